package io.greenpark.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.machine.OpenFiles;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.config.tls.PemFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MqttConfigTest {
    @TempDir
    Path dir;

    private final Problems problems = new Problems();

    @Test
    void by_default_it_listens_on_loopback_without_tls() {
        MqttConfig config = read(Map.of());
        assertThat(problems.list()).isEmpty();
        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.port()).isEqualTo(1883);
        assertThat(config.tls().port()).isEqualTo(8883);
        assertThat(config.tls().host()).isEqualTo("127.0.0.1");
        assertThat(config.tls().certificate()).isNull();
        assertThat(config.limits().maxMessageBytes()).isEqualTo(256 << 10);
        assertThat(config.listeners()).isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void every_key_is_read() throws Exception {
        Path certificate = Files.writeString(dir.resolve("certificate.pem"), "");
        Path key = Files.writeString(dir.resolve("key.pem"), "");
        Settings settings = Settings.ofTexts(Map.ofEntries(
                Map.entry("mqtt.host", "0.0.0.0"),
                Map.entry("mqtt.port", "1"),
                Map.entry("mqtt.tlsHost", "::1"),
                Map.entry("mqtt.tlsPort", "2"),
                Map.entry("mqtt.certificate", certificate.toString()),
                Map.entry("mqtt.certificateKey", key.toString()),
                Map.entry("mqtt.maxMessage", "3KB"),
                Map.entry("mqtt.maxConnections", "4"),
                Map.entry("mqtt.maxStrangersPerAddress", "9"),
                Map.entry("mqtt.maxKeepAlive", "50s"),
                Map.entry("mqtt.connectTimeout", "6s"),
                Map.entry("mqtt.receiveMaximum", "7"),
                Map.entry("mqtt.listeners", "8")));
        MqttConfig config = MqttConfig.from(settings.section("mqtt"), problems);
        settings.reportUnknown(problems);
        assertThat(problems.list()).isEmpty();
        assertThat(config)
                .isEqualTo(new MqttConfig(
                        "0.0.0.0",
                        1,
                        new MqttConfig.TlsPort("::1", 2, new PemFiles(certificate, key)),
                        new MqttConfig.ClientLimits(3 << 10, 4, 9, Duration.ofSeconds(50), Duration.ofSeconds(6), 7),
                        8));
    }

    @Test
    void problems_name_key_and_value() {
        read(Map.of("port", "70000", "certificate", "/nowhere.pem"));
        assertThat(problems.list())
                .extracting(Problems.Problem::toString)
                .containsExactly(
                        "certificate: \"/nowhere.pem\" cannot be read; name a PEM file",
                        "certificateKey: is missing; TLS needs both certificate and certificateKey, as PEM files",
                        "port: \"70000\" is not allowed; accepted: 0..65535");
    }

    private MqttConfig read(Map<String, String> texts) {
        return MqttConfig.from(Settings.ofTexts(texts), problems);
    }

    @Test
    void connections_leave_descriptors_for_the_rest_of_the_process() {
        MqttConfig config = read(Map.of());
        assertThat(most(config, new OpenFiles(Long.MAX_VALUE, 0))).isEqualTo(20_000);
        assertThat(most(config, new OpenFiles(65_536, 300))).isEqualTo(20_000);
        assertThat(most(config, new OpenFiles(20_000, 500))).isEqualTo(17_000);
        assertThat(most(config, new OpenFiles(1_024, 224))).isEqualTo(400);
        assertThat(most(config, new OpenFiles(100, 100))).isEqualTo(1);
    }

    @Test
    void where_descriptors_are_few_one_address_holds_a_quarter_of_the_places_for_strangers() {
        MqttConfig config = read(Map.of());
        assertThat(ofOneAddress(config, new OpenFiles(65_536, 300))).isEqualTo(1_000);
        assertThat(ofOneAddress(config, new OpenFiles(20_000, 500))).isEqualTo(1_000);
        assertThat(ofOneAddress(config, new OpenFiles(1_024, 224))).isEqualTo(50);
        assertThat(ofOneAddress(config, new OpenFiles(100, 100))).isEqualTo(1);
        assertThat(ofOneAddress(read(Map.of("maxStrangersPerAddress", "7")), new OpenFiles(1_024, 224)))
                .isEqualTo(7);
    }

    private static int ofOneAddress(MqttConfig config, OpenFiles files) {
        return config.within(files).limits().maxStrangers();
    }

    private static int most(MqttConfig config, OpenFiles files) {
        return config.within(files).limits().maxConnections();
    }
}
