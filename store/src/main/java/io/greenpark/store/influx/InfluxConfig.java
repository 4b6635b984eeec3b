package io.greenpark.store.influx;

import io.greenpark.store.config.Problems;
import io.greenpark.store.config.Settings;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the InfluxDB writer.
 *
 * @param url base URL, e.g. {@code http://127.0.0.1:8086}; null switches the writer off
 * @param database database of 1.x; bucket of 2.x and 3 Core, which serve the same write path
 * @param username user of 1.x; null for none
 * @param password its password, a secret; null for none
 * @param token token of 2.x and 3 Core, a secret; null for none
 * @param batch lines a request
 * @param gzip whether requests are compressed; on loopback that only costs time
 * @param connectTimeout how long connecting may take
 * @param requestTimeout how long writing a request and waiting for its answer may each take
 * @param createDatabase whether to create the database where it is missing (1.x)
 */
public record InfluxConfig(
        @Nullable String url,
        String database,
        @Nullable String username,
        @Nullable String password,
        @Nullable String token,
        int batch,
        boolean gzip,
        Duration connectTimeout,
        Duration requestTimeout,
        boolean createDatabase) {

    /** Writing to {@code url} with nothing else set. */
    public static InfluxConfig to(String url) {
        return new InfluxConfig(
                url, "greenpark", null, null, null, 5_000, false, Duration.ofSeconds(5), Duration.ofSeconds(30), true);
    }

    /** Reads the section {@code influx}. */
    public static InfluxConfig from(Settings settings, Problems problems) {
        InfluxConfig d = to("");
        Duration least = Duration.ofMillis(100);
        Duration most = Duration.ofMinutes(10);
        return new InfluxConfig(
                url(settings, problems),
                settings.text("database", d.database),
                settings.textOrNull("username"),
                settings.secret("password", problems),
                settings.secret("token", problems),
                settings.integer("batch", d.batch, 1, 100_000, problems),
                settings.flag("gzip", d.gzip, problems),
                settings.duration("connectTimeout", d.connectTimeout, least, most, problems),
                settings.duration("requestTimeout", d.requestTimeout, least, most, problems),
                settings.flag("createDatabase", d.createDatabase, problems));
    }

    private static @Nullable String url(Settings settings, Problems problems) {
        String text = settings.textOrNull("url");
        if (text == null || isHttp(text)) {
            return text;
        }
        problems.add(
                settings.place("url"),
                settings.fullKey("url"),
                "\"" + text + "\" is not allowed; accepted: an http or https URL, e.g. http://127.0.0.1:8086");
        return null;
    }

    private static boolean isHttp(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether there is anything to write to. */
    public boolean enabled() {
        return url != null;
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "InfluxConfig[url=" + url + ", database=" + database + ", batch=" + batch + ", gzip=" + gzip + "]";
    }
}
