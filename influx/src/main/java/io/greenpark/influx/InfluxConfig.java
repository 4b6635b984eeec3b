package io.greenpark.influx;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the InfluxDB writer.
 *
 * @param url base URL, e.g. {@code http://127.0.0.1:8086}; null switches the writer off
 * @param database database of 1.x and 3 Core; of 2.x the bucket, or the database that is mapped to one
 * @param retentionPolicy retention policy of 1.x, or that of a mapping of 2.x; null for the default one
 * @param access the credentials
 * @param rate how many lines per request, and how long it waits
 * @param gzip whether requests are compressed; on loopback that only costs time
 * @param connectTimeout how long connecting may take
 * @param requestTimeout how long writing a request and waiting for its answer may each take
 * @param createDatabase whether to create the database where it is missing (1.x)
 */
public record InfluxConfig(
        @Nullable String url,
        String database,
        @Nullable String retentionPolicy,
        Access access,
        AdaptiveRateConfig rate,
        boolean gzip,
        Duration connectTimeout,
        Duration requestTimeout,
        boolean createDatabase) {

    /**
     * The writer's credentials: a user or a token, or neither.
     *
     * @param username user of 1.x; null for none
     * @param password its password, a secret; null for none
     * @param token token of 2.x and 3 Core, a secret; null for none
     */
    public record Access(
            @Nullable String username,
            @Nullable String password,
            @Nullable String token) {
        /** For servers without access control. */
        public static final Access NONE = new Access(null, null, null);

        static Access from(Settings settings, Problems problems) {
            Access access = new Access(
                    settings.textOrNull("username"),
                    settings.secret("password", problems),
                    settings.secret("token", problems));
            if (access.username != null && access.token != null) {
                problems.add(
                        settings.place("token"),
                        settings.fullKey("token"),
                        "is set beside " + settings.fullKey("username")
                                + "; accepted: a token (2.x, 3 Core) or a user with a password (1.x); remove one");
            }
            if (access.token != null && !access.token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
                problems.add(
                        settings.place("token"),
                        settings.fullKey("token"),
                        "cannot be sent; accepted: letters, digits and signs of ASCII on one line; copy the token again");
            }
            return access;
        }

        /** Without the secrets. */
        @Override
        public String toString() {
            return token != null ? "by token" : username != null ? "as " + username : "without credentials";
        }
    }

    /** Writing to {@code url} with nothing else set. */
    public static InfluxConfig to(String url) {
        return new InfluxConfig(
                url,
                "greenpark",
                null,
                Access.NONE,
                AdaptiveRateConfig.defaults(),
                false,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                true);
    }

    /** Reads the section {@code influx}. */
    public static InfluxConfig from(Settings settings, Problems problems) {
        InfluxConfig d = to("");
        Duration least = Duration.ofMillis(100);
        Duration most = Duration.ofMinutes(10);
        return new InfluxConfig(
                url(settings, problems),
                settings.text("database", d.database),
                settings.textOrNull("retentionPolicy"),
                Access.from(settings, problems),
                AdaptiveRateConfig.from(settings, problems),
                settings.flag("gzip", d.gzip, problems),
                settings.duration("connectTimeout", d.connectTimeout, least, most, problems),
                settings.duration("requestTimeout", d.requestTimeout, least, most, problems),
                settings.flag("createDatabase", d.createDatabase, problems));
    }

    /** The same server with another database. */
    public InfluxConfig withDatabase(String name) {
        return new InfluxConfig(
                url, name, retentionPolicy, access, rate, gzip, connectTimeout, requestTimeout, createDatabase);
    }

    /** The same with another rate. */
    public InfluxConfig withRate(AdaptiveRateConfig other) {
        return new InfluxConfig(
                url, database, retentionPolicy, access, other, gzip, connectTimeout, requestTimeout, createDatabase);
    }

    /** The same with other credentials. */
    public InfluxConfig withAccess(Access other) {
        return new InfluxConfig(
                url, database, retentionPolicy, other, rate, gzip, connectTimeout, requestTimeout, createDatabase);
    }

    private static @Nullable String url(Settings settings, Problems problems) {
        String text = settings.textOrNull("url");
        if (text == null) {
            return null;
        }
        String fault = fault(text);
        if (fault != null) {
            problems.add(settings.place("url"), settings.fullKey("url"), fault);
        }
        return fault == null ? text : null;
    }

    /** What is wrong with a URL. A user in it would be shown in every log and health page, so it is refused and not repeated. */
    private static @Nullable String fault(String text) {
        String accepted = "accepted: an http or https URL, e.g. http://127.0.0.1:8086";
        try {
            URI uri = URI.create(text);
            if (uri.getRawUserInfo() != null) {
                return "carries a user; set influx.username and influx.password, or influx.token, in its place";
            }
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return http && uri.getHost() != null ? null : "\"" + text + "\" is not allowed; " + accepted;
        } catch (IllegalArgumentException e) {
            return "\"" + text + "\" is not allowed; " + accepted;
        }
    }

    /** Whether there is anything to write to. */
    public boolean enabled() {
        return url != null;
    }
}
