package io.greenpark.config.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.config.tls.CertificateStatus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveIdentityTest {
    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");
    private static final Duration WARN_BEFORE = Duration.ofDays(30);
    private static final OwnAuthority AUTHORITY = OwnAuthority.make(KeyAlgorithm.EC, "test", NOW);

    @TempDir
    Path dir;

    private PemFiles files;

    @BeforeEach
    void issue() throws IOException {
        files = new PemFiles(dir.resolve("server.pem"), dir.resolve("server-key.pem"));
        write(identity(100));
    }

    private static ServerIdentity identity(int days) {
        return AUTHORITY.issue(KeyAlgorithm.EC, List.of("localhost"), Duration.ofDays(days), NOW);
    }

    private void write(ServerIdentity identity) throws IOException {
        Files.writeString(files.key(), Pem.text(identity.key()));
        Files.writeString(files.certificate(), Pem.text(identity.chain()));
    }

    private LiveIdentity open(Instant now) {
        return LiveIdentity.open(files, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static X509Certificate shown(LiveIdentity live) {
        return live.keyManager().getCertificateChain(alias(live))[0];
    }

    private static String alias(LiveIdentity live) {
        return live.keyManager().chooseEngineServerAlias("EC", null, null);
    }

    private static State state(LiveIdentity live) {
        return live.status("mqtt", WARN_BEFORE).state();
    }

    @Test
    void a_renewed_certificate_is_shown_to_the_next_handshake_only() throws IOException {
        ServerIdentity before = ServerIdentity.read(files);
        LiveIdentity live = open(NOW);
        String underWay = alias(live);
        ServerIdentity renewed = identity(200);
        write(renewed);
        live.refresh();
        assertThat(shown(live)).isEqualTo(renewed.certificate());
        assertThat(live.keyManager().getPrivateKey(alias(live))).isEqualTo(renewed.key());
        assertThat(live.keyManager().getPrivateKey(underWay)).isEqualTo(before.key());
        assertThat(live.keyManager().getCertificateChain(underWay)).containsExactly(before.certificate());
        assertThat(live.status("mqtt", WARN_BEFORE).expires()).isEqualTo(renewed.expires());
    }

    @Test
    void one_replaced_file_changes_the_status_only_until_the_other_follows() throws IOException {
        LiveIdentity live = open(NOW);
        X509Certificate before = shown(live);
        ServerIdentity renewed = identity(200);
        Files.writeString(files.certificate(), Pem.text(renewed.chain()));
        live.refresh();
        assertThat(shown(live)).isEqualTo(before);
        assertThat(state(live)).isEqualTo(State.NOT_RENEWED);
        assertThat(live.status("mqtt", WARN_BEFORE).trouble()).contains("is not the key of the first certificate");
        Files.writeString(files.key(), Pem.text(renewed.key()));
        live.refresh();
        assertThat(shown(live)).isEqualTo(renewed.certificate());
        assertThat(state(live)).isEqualTo(State.WELL);
    }

    @Test
    void files_that_vanish_leave_the_certificate_in_use() throws IOException {
        LiveIdentity live = open(NOW);
        Files.delete(files.key());
        live.refresh();
        assertThat(shown(live)).isNotNull();
        assertThat(live.status("mqtt", WARN_BEFORE).trouble()).contains("cannot be read");
    }

    @Test
    void the_state_follows_the_clock() {
        assertThat(state(open(NOW.plus(Duration.ofDays(69))))).isEqualTo(State.WELL);
        LiveIdentity soon = open(NOW.plus(Duration.ofDays(81)));
        assertThat(state(soon)).isEqualTo(State.EXPIRING);
        assertThat(soon.status("mqtt", WARN_BEFORE).daysLeft()).isEqualTo(19);
        LiveIdentity over = open(NOW.plus(Duration.ofDays(100)));
        assertThat(state(over)).isEqualTo(State.EXPIRED);
        assertThat(over.status("mqtt", WARN_BEFORE).daysLeft()).isZero();
    }

    @Test
    void files_that_cannot_be_used_at_the_start_are_refused() throws IOException {
        Files.writeString(files.key(), "nothing");
        assertThatThrownBy(() -> open(NOW)).hasMessageContaining("holds no private key");
    }
}
