package io.greenpark.config.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsSetupTest {
    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);

    @TempDir
    Path dir;

    private Path data() {
        return dir.resolve("data");
    }

    private TlsSetup setupAt(Instant now) {
        return new TlsSetup(data(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private TlsFolder folder() {
        return TlsFolder.of(data());
    }

    private List<X509Certificate> forDevices() {
        return Pem.certificates(folder().forDevices());
    }

    /** A pair of files as an issuer elsewhere would hand them out. */
    private PemFiles issued(OwnAuthority authority, String host, Instant at) throws IOException {
        ServerIdentity identity = authority.issue(KeyAlgorithm.EC, List.of(host), YEAR, at);
        return new PemFiles(
                Files.writeString(dir.resolve("given.pem"), Pem.text(identity.chain())),
                Files.writeString(dir.resolve("given-key.pem"), Pem.text(identity.key())));
    }

    private static OwnAuthority elsewhere() {
        return OwnAuthority.make(KeyAlgorithm.EC, "elsewhere", NOW);
    }

    private Path authorityFile(OwnAuthority authority) throws IOException {
        return Files.writeString(
                dir.resolve("given-ca.pem"), Pem.text(authority.identity().chain()));
    }

    @Test
    void a_certificate_names_the_hosts_and_this_machine_and_verifies_against_the_authority() {
        ServerIdentity made = setupAt(NOW).make(KeyAlgorithm.EC, List.of("Green.example.org", "10.1.2.3"), "box", YEAR);
        assertThat(made.names())
                .containsExactly("green.example.org", "10.1.2.3", "box", "localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(made.expires()).isEqualTo(NOW.plus(YEAR));
        assertThat(made.faults(List.of("green.example.org", "::1", "localhost"), NOW))
                .isEmpty();
        assertThat(made.issuedBy(forDevices(), NOW)).isTrue();
        assertThat(made.issuedBy(List.of(elsewhere().certificate()), NOW)).isFalse();
    }

    @Test
    void keys_and_certificates_belong_to_their_user_only() throws IOException {
        setupAt(NOW).make(KeyAlgorithm.EC, List.of(), "box", YEAR);
        Path tls = data().resolve("credentials/tls");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tls)))
                .isEqualTo("rwx------");
        try (var files = Files.list(tls)) {
            assertThat(files.toList()).hasSize(5).allSatisfy(f -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(f)))
                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void a_renewal_keeps_authority_and_names_and_changes_the_key() {
        ServerIdentity first = setupAt(NOW).make(KeyAlgorithm.EC, List.of("green.example.org"), "box", YEAR);
        List<X509Certificate> devicesHave = forDevices();
        Instant later = NOW.plus(Duration.ofDays(340));
        ServerIdentity second = setupAt(later).make(KeyAlgorithm.EC, List.of(), "box", YEAR);
        assertThat(second.names()).isEqualTo(first.names());
        assertThat(second.expires()).isEqualTo(later.plus(YEAR));
        assertThat(second.certificate().getPublicKey())
                .isNotEqualTo(first.certificate().getPublicKey());
        assertThat(second.issuedBy(devicesHave, later)).isTrue();
        assertThat(forDevices()).isEqualTo(devicesHave);
    }

    @Test
    void where_the_authority_has_ended_a_new_one_is_made() {
        setupAt(NOW).make(KeyAlgorithm.EC, List.of(), "box", YEAR);
        List<X509Certificate> before = forDevices();
        Instant decades = NOW.plus(Duration.ofDays(30 * 365));
        ServerIdentity made = setupAt(decades).make(KeyAlgorithm.EC, List.of(), "box", YEAR);
        assertThat(forDevices()).isNotEqualTo(before);
        assertThat(made.issuedBy(forDevices(), decades)).isTrue();
    }

    @Test
    void rsa_keys_are_made_where_they_are_asked_for() {
        ServerIdentity made = setupAt(NOW).make(KeyAlgorithm.RSA, List.of(), "box", YEAR);
        assertThat(made.key().getAlgorithm()).isEqualTo("RSA");
        assertThat(made.issuedBy(forDevices(), NOW)).isTrue();
    }

    @Test
    void a_certificate_issued_elsewhere_is_taken_with_its_authority() throws IOException {
        OwnAuthority authority = elsewhere();
        PemFiles given = issued(authority, "green.example.org", NOW);
        setupAt(NOW).take(given, authorityFile(authority), List.of("green.example.org"));
        assertThat(ServerIdentity.read(folder().server())).isEqualTo(ServerIdentity.read(given));
        assertThat(forDevices()).containsExactly(authority.certificate());
    }

    @Test
    void a_self_signed_certificate_is_its_own_authority() throws IOException {
        ServerIdentity self = elsewhere().identity();
        assertThat(self.issuedBy(self.chain(), NOW)).isTrue();
    }

    @Test
    void without_an_authority_devices_are_given_nothing() throws IOException {
        setupAt(NOW).take(issued(elsewhere(), "green.example.org", NOW), null, List.of());
        assertThat(folder().forDevices()).isEmptyFile();
    }

    @Test
    void all_faults_of_a_given_certificate_are_reported_and_nothing_changes() throws IOException {
        PemFiles old = issued(elsewhere(), "*.example.org", NOW.minus(YEAR).minus(Duration.ofDays(3)));
        Path stranger = authorityFile(elsewhere());
        assertThatThrownBy(() -> setupAt(NOW).take(old, stranger, List.of("a.example.org", "b.a.example.org")))
                .isInstanceOf(TlsException.class)
                .hasMessageContaining("given.pem\" was not taken")
                .hasMessageContaining("give one that is valid now")
                .hasMessageContaining("does not speak for \"b.a.example.org\"; it names [*.example.org]")
                .hasMessageContaining("was not issued by what")
                .message()
                .doesNotContain("for \"a.example.org\"");
        assertThat(folder().isSetUp()).isFalse();
    }

    @Test
    void a_key_that_belongs_to_another_certificate_is_refused() throws IOException {
        PemFiles given = issued(elsewhere(), "green.example.org", NOW);
        Files.writeString(given.key(), Pem.text(elsewhere().identity().key()));
        assertThatThrownBy(() -> setupAt(NOW).take(given, null, List.of()))
                .hasMessageContaining("is not the key of the first certificate");
    }

    @Test
    void keys_in_the_older_form_of_openssl_are_read_and_encrypted_ones_refused() throws IOException {
        PrivateKey key = KeyAlgorithm.RSA.make().getPrivate();
        Path file = dir.resolve("key.pem");
        Files.writeString(file, older(key, false));
        assertThat(Files.readString(file)).startsWith("-----BEGIN RSA PRIVATE KEY-----");
        assertThat(Pem.key(file)).isEqualTo(key);
        Files.writeString(file, older(key, true));
        assertThatThrownBy(() -> Pem.key(file))
                .hasMessageContaining("is encrypted")
                .hasMessageContaining("openssl pkey");
    }

    private static String older(PrivateKey key, boolean encrypted) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            if (encrypted) {
                writer.writeObject(
                        key,
                        new JcePEMEncryptorBuilder("AES-256-CBC")
                                .setProvider(new BouncyCastleProvider())
                                .build("secret".toCharArray()));
            } else {
                writer.writeObject(key);
            }
        }
        return text.toString();
    }

    @Test
    void a_file_that_is_no_pem_is_named() throws IOException {
        Path file = Files.writeString(dir.resolve("notes.txt"), "nothing here");
        assertThatThrownBy(() -> Pem.certificates(file)).hasMessageContaining("notes.txt\" holds no certificate");
        assertThatThrownBy(() -> Pem.key(file)).hasMessageContaining("notes.txt\" holds no private key");
    }

    @Test
    void only_host_names_and_addresses_are_valid() {
        assertThat(List.of("a", "a-b.example.org", "*.example.org", "10.1.2.3", "fd00::1"))
                .allMatch(HostNames::isValid);
        assertThat(List.of("", "a b", "-a", "a..b", "10.1.2.300", "https://a", "*", "a*b"))
                .noneMatch(HostNames::isValid);
    }
}
