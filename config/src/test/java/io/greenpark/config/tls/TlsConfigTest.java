package io.greenpark.config.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsConfigTest {
    private final Problems problems = new Problems();

    private TlsConfig read(Map<String, String> texts) {
        return TlsConfig.from(Settings.ofTexts(texts), problems);
    }

    @Test
    void by_default_the_certificate_of_the_data_folder_serves_both() {
        assertThat(read(Map.of()))
                .isEqualTo(new TlsConfig(true, true, Duration.ofDays(30), Duration.ofMinutes(1), null));
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void every_key_is_read() {
        assertThat(read(Map.of(
                        "mqtt",
                        "false",
                        "http",
                        "false",
                        "warnBefore",
                        "7d",
                        "lookEvery",
                        "1h",
                        "publishedOn",
                        "127.0.0.1")))
                .isEqualTo(new TlsConfig(false, false, Duration.ofDays(7), Duration.ofHours(1), "127.0.0.1"));
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void a_port_without_tls_is_reached_where_it_is_published() {
        assertThat(read(Map.of()).plainHost("0.0.0.0")).isEqualTo("0.0.0.0");
        assertThat(read(Map.of("publishedOn", "127.0.0.1")).plainHost("0.0.0.0"))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void values_out_of_range_are_reported() {
        read(Map.of("mqtt", "yes", "warnBefore", "1h", "lookEvery", "1ms"));
        assertThat(problems.list())
                .extracting(Problems.Problem::toString)
                .containsExactly(
                        "mqtt: \"yes\" is not allowed; accepted: true or false",
                        "warnBefore: \"1h\" is not allowed; accepted: 1d..365d, e.g. 30d",
                        "lookEvery: \"1ms\" is not allowed; accepted: 100ms..1d, e.g. 1m");
    }

    @Test
    void certificates_in_the_configuration_win_over_the_data_folder(@TempDir Path data) {
        new TlsSetup(data, Clock.systemUTC()).make(KeyAlgorithm.EC, List.of(), "box", Duration.ofDays(1));
        String folder = data.resolve("credentials/tls").toString();
        assertThat(over(data, Map.of()))
                .isEqualTo(Map.of(
                        "mqtt.certificate", folder + "/server.pem",
                        "mqtt.certificateKey", folder + "/server-key.pem",
                        "http.tls.certificate", folder + "/server.pem",
                        "http.tls.key", folder + "/server-key.pem"));
        assertThat(over(data, Map.of("tls.http", "false"))).containsOnlyKeys("mqtt.certificate", "mqtt.certificateKey");
        assertThat(over(data, Map.of("mqtt.certificate", "a", "mqtt.certificateKey", "b", "http.tls.key", "c")))
                .isEqualTo(Map.of("mqtt.certificate", "a", "mqtt.certificateKey", "b", "http.tls.key", "c"));
    }

    @Test
    void a_data_folder_without_a_certificate_changes_nothing(@TempDir Path data) {
        assertThat(over(data, Map.of())).isEmpty();
    }

    private Map<String, String> over(Path data, Map<String, String> texts) {
        Settings settings = Settings.ofTexts(texts);
        Settings result = TlsFolder.of(data).over(settings, TlsConfig.from(settings.section("tls"), problems));
        Map<String, String> named = new HashMap<>();
        for (String key : result.keys()) {
            if (!key.startsWith("tls.")) {
                named.put(key, result.text(key, ""));
            }
        }
        return named;
    }
}
