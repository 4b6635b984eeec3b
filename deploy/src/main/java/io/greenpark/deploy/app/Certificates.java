package io.greenpark.deploy.app;

import io.greenpark.config.tls.CertificateStatus;
import io.greenpark.config.tls.CertificateStatus.State;
import io.greenpark.config.tls.LiveIdentity;
import io.greenpark.config.tls.TlsConfig;
import io.greenpark.store.loop.BackgroundLoop;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The certificates in use: reloads renewed files, and warns once for each that must be renewed. */
final class Certificates implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);

    private final Map<String, LiveIdentity> identities = new ConcurrentSkipListMap<>();
    private final ConcurrentMap<String, State> reported = new ConcurrentHashMap<>();
    private final TlsConfig config;
    private final BackgroundLoop loop;

    Certificates(TlsConfig config, Clock clock) {
        this.config = config;
        loop = new BackgroundLoop("certificates", this::refresh, config.lookEvery(), clock);
    }

    Certificates start() {
        loop.start();
        return this;
    }

    /**
     * Adds a certificate.
     *
     * @param usedBy the door or console that shows it
     * @param identity null where TLS is off
     */
    void watch(String usedBy, @Nullable LiveIdentity identity) {
        if (identity != null) {
            identities.put(usedBy, identity);
            loop.wakeUp();
        }
    }

    List<CertificateStatus> statuses() {
        return identities.entrySet().stream()
                .map(e -> e.getValue().status(e.getKey(), config.warnBefore()))
                .toList();
    }

    private boolean refresh() {
        identities.values().forEach(LiveIdentity::refresh);
        for (CertificateStatus status : statuses()) {
            State before = reported.put(status.usedBy(), status.state());
            if (status.state() != before && (status.state() == State.EXPIRING || status.state() == State.EXPIRED)) {
                LOG.warn(
                        "certificate of {}: \"{}\" {} on {} ({} days); renew it with greenpark tls --data DIR, or"
                                + " replace the file",
                        status.usedBy(),
                        status.file(),
                        status.state() == State.EXPIRED ? "ended" : "ends",
                        status.expires(),
                        status.daysLeft());
            }
        }
        return false;
    }

    @Override
    public void close() {
        loop.close();
    }
}
