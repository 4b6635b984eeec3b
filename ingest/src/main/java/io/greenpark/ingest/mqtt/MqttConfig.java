package io.greenpark.ingest.mqtt;

import io.greenpark.config.machine.OpenFiles;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.config.tls.PemFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings of the direct MQTT listener, section {@code mqtt}.
 *
 * @param host address of MQTT over TCP, which carries passwords in the clear ({@code host}, default 127.0.0.1)
 * @param port port of MQTT over TCP ({@code port}, default 1883; 0 takes a free one)
 * @param listeners event loops that listen ({@code listeners}, default one per processor)
 */
public record MqttConfig(String host, int port, TlsPort tls, ClientLimits limits, int listeners) {
    private static final Logger LOG = LoggerFactory.getLogger(MqttConfig.class);
    /** Descriptors for the console, as many as it has by default, and for the stores; less where there are few. */
    private static final int KEPT = 2_500;

    /**
     * MQTT over TLS.
     *
     * @param host its address ({@code tlsHost}, default that of {@code host})
     * @param port its port ({@code tlsPort}, default 8883); opens only with a certificate
     * @param certificate PEM certificate chain and private key ({@code certificate}, {@code certificateKey}); null for
     *     none
     */
    public record TlsPort(String host, int port, @Nullable PemFiles certificate) {}

    /**
     * What a client may ask for.
     *
     * @param maxMessageBytes the largest packet taken ({@code maxMessage}, default 256KB); of CONNECT at most 16KB
     * @param maxConnections sockets open at a time ({@code maxConnections}, default 20000); half of them may not have
     *     signed in yet
     * @param maxStrangers sockets of one address that have not signed in yet and are served ({@code
     *     maxStrangersPerAddress}, default 1000; where descriptors are few at most a quarter of the places for such); more
     *     wait
     * @param maxKeepAlive the longest keep-alive granted to MQTT 5 clients ({@code maxKeepAlive}, default 1h); that of an
     *     MQTT 3.1.1 client is taken as it is
     * @param connectTimeout how long a socket may be open without a CONNECT ({@code connectTimeout}, default 10s)
     * @param receiveMaximum unacknowledged messages an MQTT 5 client may have in flight ({@code receiveMaximum}, default
     *     1000)
     */
    public record ClientLimits(
            int maxMessageBytes,
            int maxConnections,
            int maxStrangers,
            Duration maxKeepAlive,
            Duration connectTimeout,
            int receiveMaximum) {
        /** How many in all may not have signed in yet. */
        int mostStrangers() {
            return Math.max(1, maxConnections / 2);
        }

        /** At most so many connections; where these are fewer, one address has at most a quarter of the places for strangers. */
        ClientLimits connections(int most) {
            if (most >= maxConnections) {
                return this;
            }
            int ofOneAddress = Math.min(maxStrangers, Math.max(1, most / 8));
            return new ClientLimits(maxMessageBytes, most, ofOneAddress, maxKeepAlive, connectTimeout, receiveMaximum);
        }

        private static ClientLimits from(Settings section, Problems problems) {
            return new ClientLimits(
                    (int) section.bytes("maxMessage", 256 << 10, 1 << 10, 16 << 20, problems),
                    section.integer("maxConnections", 20_000, 1, 1_000_000, problems),
                    section.integer("maxStrangersPerAddress", 1_000, 1, 1_000_000, problems),
                    section.duration(
                            "maxKeepAlive",
                            Duration.ofHours(1),
                            Duration.ofSeconds(10),
                            Duration.ofHours(18),
                            problems),
                    section.duration(
                            "connectTimeout",
                            Duration.ofSeconds(10),
                            Duration.ofSeconds(1),
                            Duration.ofMinutes(5),
                            problems),
                    section.integer("receiveMaximum", 1_000, 1, 65_535, problems));
        }
    }

    public static MqttConfig from(Settings section, Problems problems) {
        PemFiles certificate = certificate(section, problems);
        String host = section.text("host", "127.0.0.1");
        return new MqttConfig(
                host,
                section.integer("port", 1883, 0, 65_535, problems),
                new TlsPort(
                        section.text("tlsHost", host),
                        section.integer("tlsPort", 8883, 0, 65_535, problems),
                        certificate),
                ClientLimits.from(section, problems),
                section.integer("listeners", Runtime.getRuntime().availableProcessors(), 1, 256, problems));
    }

    /**
     * With no more connections than the descriptors that are free allow, less some for the console and the stores: strangers
     * who connect must not take those.
     */
    MqttConfig within(OpenFiles files) {
        int wanted = limits.maxConnections();
        int most = (int) Math.max(1, Math.min(wanted, files.free() - Math.min(KEPT, files.free() / 2)));
        ClientLimits scaled = limits.connections(most);
        if (most < wanted) {
            LOG.warn(
                    "mqtt: at most {} connections at a time, not the {} of mqtt.maxConnections, and {} of one address that"
                            + " have not signed in: the process may have {} files and sockets open and has {}; raise"
                            + " ulimit -n (LimitNOFILE in a service, ulimits in a container)",
                    most,
                    wanted,
                    scaled.maxStrangers(),
                    files.limit(),
                    files.open());
        }
        return new MqttConfig(host, port, tls, scaled, listeners);
    }

    private static @Nullable PemFiles certificate(Settings section, Problems problems) {
        Path certificate = file(section, "certificate", problems);
        Path key = file(section, "certificateKey", problems);
        if ((certificate == null) != (key == null)) {
            String missing = certificate == null ? "certificate" : "certificateKey";
            problems.add(
                    section.place(missing),
                    section.fullKey(missing),
                    "is missing; TLS needs both certificate and certificateKey, as PEM files");
        }
        return certificate == null || key == null ? null : new PemFiles(certificate, key);
    }

    private static @Nullable Path file(Settings section, String key, Problems problems) {
        String text = section.textOrNull(key);
        if (text == null) {
            return null;
        }
        Path path = Path.of(text);
        if (!Files.isReadable(path)) {
            problems.add(section.place(key), section.fullKey(key), "\"" + text + "\" cannot be read; name a PEM file");
        }
        return path;
    }
}
