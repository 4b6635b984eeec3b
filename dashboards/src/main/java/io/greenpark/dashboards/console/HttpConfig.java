package io.greenpark.dashboards.console;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.config.tls.PemFiles;
import io.greenpark.dashboards.auth.Proxies;
import io.greenpark.dashboards.door.ConnectionLimits;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the HTTP server, section {@code http}.
 *
 * @param host address it listens on; default {@code 127.0.0.1}
 * @param port port it listens on, 0 for any free one; default 8080
 * @param https the certificate to show; null for plain HTTP
 * @param statedUrl how people reach the console ({@code publicUrl}); null where that is not stated
 * @param signIn whether callers must sign in; default true, false only on loopback
 * @param metrics who may read {@code /metrics}; default token
 * @param connections what clients may take up
 * @param proxies who may say for whom they ask
 */
public record HttpConfig(
        String host,
        int port,
        @Nullable Https https,
        @Nullable String statedUrl,
        boolean signIn,
        MetricsAccess metrics,
        ConnectionLimits connections,
        Proxies proxies) {

    /**
     * TLS of the server.
     *
     * @param certificate chain and private key ({@code tls.certificate}, {@code tls.key})
     * @param strictFor how long browsers are told to use nothing but HTTPS for this host, on every port ({@code tls.hsts}, default
     *     180d, 0s to tell them nothing)
     */
    public record Https(PemFiles certificate, Duration strictFor) {}

    /** Who may read the metrics. */
    public enum MetricsAccess {
        /** Callers with the API's bearer token or a session. */
        TOKEN,
        /** Anyone, where the server listens on loopback only. */
        LOOPBACK,
        /** No one: there is no such page. */
        OFF
    }

    /** Reads the section {@code http}; every fault goes to {@code problems}. */
    public static HttpConfig from(Settings settings, Problems problems) {
        String host = settings.text("host", "127.0.0.1");
        int port = settings.integer("port", 8080, 0, 65_535, problems);
        Https https = https(settings, problems);
        boolean signIn = signIn(settings, host, problems);
        MetricsAccess metrics = metrics(settings, host, problems);
        return new HttpConfig(
                host,
                port,
                https,
                statedUrl(settings, problems),
                signIn,
                metrics,
                ConnectionLimits.from(settings, problems),
                Proxies.from(settings, problems));
    }

    private static @Nullable Https https(Settings settings, Problems problems) {
        Path certificate = file(settings, "tls.certificate", problems);
        Path key = file(settings, "tls.key", problems);
        Duration strictFor =
                settings.duration("tls.hsts", Duration.ofDays(180), Duration.ZERO, Duration.ofDays(730), problems);
        if ((certificate == null) != (key == null)) {
            String missing = certificate == null ? "tls.certificate" : "tls.key";
            problems.add(
                    settings.place(missing),
                    settings.fullKey(missing),
                    "is missing; TLS needs both http.tls.certificate and http.tls.key (PEM files)");
        }
        return certificate == null || key == null ? null : new Https(new PemFiles(certificate, key), strictFor);
    }

    private static boolean signIn(Settings settings, String host, Problems problems) {
        boolean signIn = settings.flag("signIn", true, problems);
        if (!signIn && !loopback(host)) {
            problems.add(
                    settings.place("signIn"),
                    settings.fullKey("signIn"),
                    "\"false\" is not allowed with host \"" + host
                            + "\"; without sign-in the console listens on 127.0.0.1 only");
        }
        return signIn;
    }

    private static @Nullable String statedUrl(Settings settings, Problems problems) {
        String url = settings.textOrNull("publicUrl");
        if (url == null) {
            return null;
        }
        if (!url.matches("https?://[^/\\s]+(/.*)?")) {
            problems.add(
                    settings.place("publicUrl"),
                    settings.fullKey("publicUrl"),
                    "\"" + url + "\" is not allowed; accepted: an http or https URL,"
                            + " e.g. https://greenpark.example.org");
        }
        return url.replaceFirst("/+$", "");
    }

    private static MetricsAccess metrics(Settings settings, String host, Problems problems) {
        MetricsAccess metrics = settings.choice("metrics", MetricsAccess.TOKEN, MetricsAccess.class, problems);
        if (metrics == MetricsAccess.LOOPBACK && !loopback(host)) {
            problems.add(
                    settings.place("metrics"),
                    settings.fullKey("metrics"),
                    "\"loopback\" is not allowed with host \"" + host
                            + "\"; beyond this machine metrics need a token, or are off");
        }
        return metrics;
    }

    /** How people reach the console, for links in notices: as stated, else made of host and port. */
    public String publicUrl() {
        if (statedUrl != null) {
            return statedUrl;
        }
        String shownHost = loopback(host) || everyAddress(host) ? "localhost" : host;
        return (tls() ? "https" : "http") + "://" + shownHost + ":" + port;
    }

    /** Whether the server speaks TLS. */
    public boolean tls() {
        return https != null;
    }

    private static @Nullable Path file(Settings settings, String name, Problems problems) {
        String text = settings.textOrNull(name);
        if (text == null) {
            return null;
        }
        Path file = Path.of(text);
        if (!Files.isReadable(file)) {
            problems.add(
                    settings.place(name),
                    settings.fullKey(name),
                    "\"" + text + "\" cannot be read; give a PEM file this process may read");
        }
        return file;
    }

    /** What a server listens on and nobody can dial. */
    private static boolean everyAddress(String host) {
        return host.equals("0.0.0.0") || host.equals("::");
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
