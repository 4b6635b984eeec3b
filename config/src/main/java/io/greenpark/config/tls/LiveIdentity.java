package io.greenpark.config.tls;

import io.greenpark.config.digest.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate of a running server. It is renewed by replacing the files; {@link #refresh} takes the new ones up, and
 * every handshake from then on shows them, without a restart. Files that cannot be used change the status only.
 * Thread-safe.
 */
public final class LiveIdentity {
    private static final Logger LOG = LoggerFactory.getLogger(LiveIdentity.class);

    private final PemFiles files;
    private final Clock clock;
    private final ReplaceableKeyManager keyManager;
    private volatile ServerIdentity identity;
    private volatile @Nullable String trouble;
    private byte[] seen;

    private LiveIdentity(PemFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
        seen = hash();
        identity = ServerIdentity.read(files);
        keyManager = new ReplaceableKeyManager(identity);
    }

    /**
     * Reads the files.
     *
     * @throws TlsException if they cannot be used
     */
    public static LiveIdentity open(PemFiles files, Clock clock) {
        return new LiveIdentity(files, clock);
    }

    /** What a TLS server asks for its certificate; stays the same when the files change. */
    public X509ExtendedKeyManager keyManager() {
        return keyManager;
    }

    /** Takes the files up if they have changed. */
    public synchronized void refresh() {
        try {
            byte[] now = hash();
            if (!Arrays.equals(now, seen)) {
                ServerIdentity next = ServerIdentity.read(files);
                keyManager.replace(next);
                identity = next;
                seen = now;
                LOG.info("certificate: {} was renewed and is valid until {}", files.certificate(), next.expires());
            }
            trouble = null;
        } catch (TlsException e) {
            if (!String.valueOf(e.getMessage()).equals(trouble)) {
                LOG.warn("certificate: the former one stays in use: {}", e.getMessage());
            }
            trouble = e.getMessage();
        }
    }

    private byte[] hash() {
        try {
            MessageDigest hash = Sha256.digest();
            hash.update(Files.readAllBytes(files.certificate()));
            hash.update(Files.readAllBytes(files.key()));
            return hash.digest();
        } catch (IOException e) {
            throw new TlsException(
                    "\"" + files.certificate() + "\" and \"" + files.key() + "\" cannot be read (" + e + ")", e);
        }
    }

    /**
     * Its state.
     *
     * @param usedBy what shows it, e.g. {@code mqtt}
     * @param warnBefore how long before its end it is time to renew it
     */
    public CertificateStatus status(String usedBy, Duration warnBefore) {
        ServerIdentity shown = identity;
        Instant expires = shown.expires();
        Instant now = clock.instant();
        CertificateStatus.State state = CertificateStatus.State.WELL;
        if (!now.isBefore(expires)) {
            state = CertificateStatus.State.EXPIRED;
        } else if (trouble != null) {
            state = CertificateStatus.State.NOT_RENEWED;
        } else if (now.plus(warnBefore).isAfter(expires)) {
            state = CertificateStatus.State.EXPIRING;
        }
        return new CertificateStatus(
                usedBy,
                files.certificate(),
                shown.names(),
                expires,
                Math.max(0, Duration.between(now, expires).toDays()),
                state,
                trouble);
    }
}
