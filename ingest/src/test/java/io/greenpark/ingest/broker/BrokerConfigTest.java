package io.greenpark.ingest.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerConfigTest {
    @TempDir
    Path dir;

    private final Problems problems = new Problems();

    @Test
    void there_are_no_brokers_by_default() {
        assertThat(BrokerConfig.all(Settings.ofTexts(Map.of()), problems)).isEmpty();
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void name_url_and_devices_are_enough() {
        BrokerConfig broker = BrokerConfig.all(
                        Settings.ofTexts(Map.of(
                                "brokers.0.name", "plant-1",
                                "brokers.0.url", "tcp://broker:1883",
                                "brokers.0.devices.0", "meter-*",
                                "brokers.0.devices.1", "stack-1")),
                        problems)
                .get(0);
        assertThat(problems.list()).isEmpty();
        assertThat(broker.login().clientId()).isEqualTo("greenpark-plant-1");
        assertThat(broker.subscription().topics()).containsExactly("greenpark/{device}/telemetry");
        assertThat(broker.subscription().share()).isEmpty();
        assertThat(broker.mayName("meter-7")).isTrue();
        assertThat(broker.mayName("stack-1")).isTrue();
        assertThat(broker.mayName("stack-10")).isFalse();
    }

    @Test
    void every_key_is_read_and_the_password_not_printed() throws Exception {
        Path secret = Files.writeString(dir.resolve("secret"), "hush\n");
        Settings settings = Settings.ofTexts(Map.ofEntries(
                Map.entry("brokers.0.name", "n"),
                Map.entry("brokers.0.url", "ssl://h:1"),
                Map.entry("brokers.0.userName", "u"),
                Map.entry("brokers.0.passwordFile", secret.toString()),
                Map.entry("brokers.0.clientId", "c"),
                Map.entry("brokers.0.topics", "a/{device}, b"),
                Map.entry("brokers.0.share", "s"),
                Map.entry("brokers.0.devices", "d"),
                Map.entry("brokers.0.receiveMaximum", "2"),
                Map.entry("brokers.0.sessionExpiry", "3d"),
                Map.entry("brokers.0.longestPause", "4s")));
        BrokerConfig broker = BrokerConfig.all(settings, problems).get(0);
        settings.section("brokers.0").textOrNull("passwordEnv");
        settings.reportUnknown(problems);
        assertThat(problems.list()).isEmpty();
        assertThat(broker)
                .isEqualTo(new BrokerConfig(
                        "n",
                        "ssl://h:1",
                        new BrokerConfig.Login("u", "hush", "c"),
                        new BrokerConfig.Subscription(List.of("a/{device}", "b"), "s", 2, Duration.ofDays(3)),
                        List.of("d"),
                        Duration.ofSeconds(4)));
        assertThat(broker.login().toString()).doesNotContain("hush");
        assertThat(broker.toString()).isEqualTo("broker n at ssl://h:1");
    }

    @Test
    void problems_name_key_and_value() {
        BrokerConfig.all(
                Settings.ofTexts(
                        Map.of("brokers.0.url", "http://h", "brokers.0.passwordEnv", "GREENPARK_NO_SUCH_VARIABLE")),
                problems);
        assertThat(problems.list())
                .extracting(Problems.Problem::toString)
                .containsExactly(
                        "brokers.0.name: is missing; expected a short name, e.g. plant-1",
                        "brokers.0.devices: is missing; list the ids of the devices this broker may publish for, e.g."
                                + " [\"meter-*\"]",
                        "brokers.0.url: \"http://h\" is not allowed; accepted: tcp://host:port, ssl://host:port",
                        "brokers.0.passwordEnv: environment variable \"GREENPARK_NO_SUCH_VARIABLE\" is not set");
    }
}
