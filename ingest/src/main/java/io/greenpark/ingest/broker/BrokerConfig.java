package io.greenpark.ingest.broker;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings of one broker, an entry of the list {@code brokers}.
 *
 * @param name its name in health and dead letters ({@code name}, required, unique)
 * @param url its address ({@code url}, required): {@code tcp://host:port} or {@code ssl://host:port}
 * @param devices the devices it may publish for ({@code devices}, required): ids, {@code *} matches any characters
 * @param longestPause the longest pause between attempts to connect ({@code longestPause}, default 30s)
 */
public record BrokerConfig(
        String name, String url, Login login, Subscription subscription, List<String> devices, Duration longestPause) {
    /**
     * How the platform signs in.
     *
     * @param userName user name ({@code userName}); null to sign in without
     * @param password password, from the file {@code passwordFile} or the environment variable {@code passwordEnv}; null
     *     for none; never printed
     * @param clientId client id, which names the session at the broker ({@code clientId}, default greenpark-{name}); two
     *     platforms on one broker need different ones
     */
    public record Login(@Nullable String userName, @Nullable String password, String clientId) {
        @Override
        public String toString() {
            return "login as " + userName + ", client id " + clientId;
        }
    }

    /**
     * What the broker delivers.
     *
     * @param topics what to subscribe to ({@code topics}, default greenpark/{device}/telemetry); a topic with {@code
     *     {device}} carries that device's telemetry, one without names devices in the payload
     * @param share group of a shared subscription, for several platforms that share one stream ({@code share}, default
     *     empty: an ordinary subscription). Mosquitto 2.0.11 forgets shared subscriptions over its own restart and loses
     *     what is published until the platform is back; it keeps ordinary ones
     * @param receiveMaximum messages the broker may have in flight ({@code receiveMaximum}, default 1000)
     * @param sessionExpiry how long the broker keeps messages while the platform is away ({@code sessionExpiry}, default
     *     7d)
     */
    public record Subscription(List<String> topics, String share, int receiveMaximum, Duration sessionExpiry) {
        public Subscription {
            topics = List.copyOf(topics);
        }
    }

    public BrokerConfig {
        devices = List.copyOf(devices);
    }

    /** All entries of the list {@code brokers}; {@code root} is the whole of the settings. */
    public static List<BrokerConfig> all(Settings root, Problems problems) {
        List<BrokerConfig> brokers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Settings entry : root.sections("brokers")) {
            BrokerConfig broker = from(entry, problems);
            if (!names.add(broker.name)) {
                problems.add(entry.place("name"), entry.fullKey("name"), "\"" + broker.name + "\" appears twice");
            }
            brokers.add(broker);
        }
        return brokers;
    }

    private static BrokerConfig from(Settings entry, Problems problems) {
        String name = required(entry, "name", "a short name, e.g. plant-1", problems);
        List<String> devices = entry.texts("devices");
        if (devices.isEmpty()) {
            problems.add(
                    entry.place("devices"),
                    entry.fullKey("devices"),
                    "is missing; list the ids of the devices this broker may publish for, e.g. [\"meter-*\"]");
        }
        return new BrokerConfig(
                name,
                url(entry, problems),
                new Login(
                        entry.textOrNull("userName"),
                        password(entry, problems),
                        entry.text("clientId", "greenpark-" + name)),
                subscription(entry, problems),
                devices,
                entry.duration(
                        "longestPause", Duration.ofSeconds(30), Duration.ofMillis(100), Duration.ofHours(1), problems));
    }

    private static Subscription subscription(Settings entry, Problems problems) {
        List<String> topics = entry.texts("topics");
        return new Subscription(
                topics.isEmpty() ? List.of("greenpark/" + TopicTemplate.DEVICE + "/telemetry") : topics,
                entry.text("share", ""),
                entry.integer("receiveMaximum", 1_000, 1, 65_535, problems),
                entry.duration(
                        "sessionExpiry", Duration.ofDays(7), Duration.ofMinutes(1), Duration.ofDays(365), problems));
    }

    private static String url(Settings entry, Problems problems) {
        String url = required(entry, "url", "tcp://host:port or ssl://host:port", problems);
        if (!url.isEmpty() && !url.startsWith("tcp://") && !url.startsWith("ssl://")) {
            problems.add(
                    entry.place("url"),
                    entry.fullKey("url"),
                    "\"" + url + "\" is not allowed; accepted: tcp://host:port, ssl://host:port");
        }
        return url;
    }

    private static String required(Settings entry, String key, String example, Problems problems) {
        String text = entry.textOrNull(key);
        if (text == null) {
            problems.add(entry.place(key), entry.fullKey(key), "is missing; expected " + example);
            return "";
        }
        return text;
    }

    private static @Nullable String password(Settings entry, Problems problems) {
        String file = entry.textOrNull("passwordFile");
        String variable = entry.textOrNull("passwordEnv");
        if (file != null) {
            try {
                return Files.readString(Path.of(file)).strip();
            } catch (IOException e) {
                problems.add(
                        entry.place("passwordFile"),
                        entry.fullKey("passwordFile"),
                        "\"" + file + "\" cannot be read; name a file that holds the password alone");
            }
        } else if (variable != null) {
            String value = System.getenv(variable);
            if (value == null) {
                problems.add(
                        entry.place("passwordEnv"),
                        entry.fullKey("passwordEnv"),
                        "environment variable \"" + variable + "\" is not set");
            }
            return value;
        }
        return null;
    }

    /** Whether the entry may publish for a device. */
    public boolean mayName(String deviceId) {
        for (String pattern : devices) {
            if (Glob.matches(pattern, deviceId)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "broker " + name + " at " + url;
    }
}
