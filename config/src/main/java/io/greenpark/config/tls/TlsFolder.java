package io.greenpark.config.tls;

import io.greenpark.config.secret.SecretFolder;
import io.greenpark.config.setting.Settings;
import io.greenpark.config.setting.YamlTree.Scalar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code DIR/credentials/tls}: the server's certificate and key, the certificate of the authority that devices are given,
 * and the installation's own authority where it made one. Mode 0700, its files 0600.
 */
public final class TlsFolder {
    private static final String CERTIFICATE = "server.pem";
    private static final String KEY = "server-key.pem";
    private static final String FOR_DEVICES = "ca.pem";
    private static final String OWN_AUTHORITY = "own-ca.pem";
    private static final String OWN_AUTHORITY_KEY = "own-ca-key.pem";

    private final Path path;

    private TlsFolder(Path path) {
        this.path = path;
    }

    /** The folder of a data folder; reading makes nothing. */
    public static TlsFolder of(Path data) {
        return new TlsFolder(data.resolve("credentials").resolve("tls"));
    }

    /** The server's certificate and key, there or not. */
    public PemFiles server() {
        return new PemFiles(path.resolve(CERTIFICATE), path.resolve(KEY));
    }

    /** What devices are given so that they know the server. */
    public Path forDevices() {
        return path.resolve(FOR_DEVICES);
    }

    /** Whether a certificate was set up here. */
    public boolean isSetUp() {
        return Files.exists(server().certificate());
    }

    /**
     * What {@code mqtt} and {@code http} take from here where they name no certificate themselves.
     *
     * @param settings of the whole configuration
     */
    public Settings over(Settings settings, TlsConfig config) {
        if (!isSetUp()) {
            return settings;
        }
        Map<String, Scalar> defaults = new LinkedHashMap<>();
        if (config.mqtt()) {
            pair(settings, "mqtt.certificate", "mqtt.certificateKey", defaults);
        }
        if (config.http()) {
            pair(settings, "http.tls.certificate", "http.tls.key", defaults);
        }
        return settings.withDefaults(defaults);
    }

    private void pair(Settings settings, String certificate, String key, Map<String, Scalar> defaults) {
        if (!settings.has(certificate) && !settings.has(key)) {
            String place = path.toString();
            defaults.put(certificate, new Scalar(server().certificate().toString(), place));
            defaults.put(key, new Scalar(server().key().toString(), place));
        }
    }

    /** The certificate and key that are there; null if there are none. */
    public @Nullable ServerIdentity current() {
        return isSetUp() ? ServerIdentity.read(server()) : null;
    }

    /** The installation's own authority; null if it has none. */
    @Nullable
    OwnAuthority ownAuthority() {
        Path certificate = path.resolve(OWN_AUTHORITY);
        if (!Files.exists(certificate)) {
            return null;
        }
        return new OwnAuthority(ServerIdentity.read(new PemFiles(certificate, path.resolve(OWN_AUTHORITY_KEY))));
    }

    void keep(OwnAuthority authority) {
        SecretFolder folder = open();
        folder.write(OWN_AUTHORITY_KEY, Pem.text(authority.identity().key()));
        folder.write(OWN_AUTHORITY, Pem.text(authority.identity().chain()));
    }

    /**
     * Puts a certificate in place, durably.
     *
     * @param authorities what devices are given; none if they know the issuer anyway
     */
    void keep(ServerIdentity server, List<X509Certificate> authorities) {
        SecretFolder folder = open();
        folder.write(FOR_DEVICES, Pem.text(authorities));
        folder.write(KEY, Pem.text(server.key()));
        // Last: where it is there, all is there.
        folder.write(CERTIFICATE, Pem.text(server.chain()));
    }

    private SecretFolder open() {
        SecretFolder credentials = new SecretFolder(path.resolveSibling("").normalize());
        return new SecretFolder(credentials.path("tls"));
    }
}
