package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.dashboards.console.HttpConfig.MetricsAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpConfigTest {
    private final Problems problems = new Problems();

    private HttpConfig read(Map<String, String> texts) {
        return HttpConfig.from(Settings.ofTexts(texts).section("http"), problems);
    }

    @Test
    void by_default_it_listens_on_loopback_and_requires_sign_in() {
        assertThat(read(Map.of()))
                .isEqualTo(new HttpConfig(
                        "127.0.0.1", 8080, null, null, "http://localhost:8080", true, MetricsAccess.TOKEN));
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void every_key_is_read(@TempDir Path dir) throws Exception {
        Path certificate = Files.createFile(dir.resolve("cert.pem"));
        Path key = Files.createFile(dir.resolve("key.pem"));
        HttpConfig config = read(Map.of(
                "http.host", "0.0.0.0",
                "http.port", "443",
                "http.tls.certificate", certificate.toString(),
                "http.tls.key", key.toString(),
                "http.publicUrl", "https://greenpark.example.org/",
                "http.signIn", "true",
                "http.metrics", "off"));
        assertThat(config)
                .isEqualTo(new HttpConfig(
                        "0.0.0.0", 443, certificate, key, "https://greenpark.example.org", true, MetricsAccess.OFF));
        assertThat(config.tls()).isTrue();
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void links_name_no_address_that_nobody_can_dial() {
        assertThat(read(Map.of("http.host", "0.0.0.0")).publicUrl()).isEqualTo("http://localhost:8080");
        assertThat(read(Map.of("http.host", "::", "http.port", "80")).publicUrl())
                .isEqualTo("http://localhost:80");
        assertThat(read(Map.of("http.host", "10.1.2.3")).publicUrl()).isEqualTo("http://10.1.2.3:8080");
    }

    @Test
    void sign_in_may_be_off_on_loopback_only() {
        assertThat(read(Map.of("http.signIn", "false")).signIn()).isFalse();
        assertThat(problems.isEmpty()).isTrue();
        read(Map.of("http.signIn", "false", "http.host", "0.0.0.0"));
        assertThat(problems.list().get(0).toString()).startsWith("http.signIn: \"false\" is not allowed with host");
    }

    @Test
    void metrics_may_be_open_on_loopback_only() {
        assertThat(read(Map.of("http.metrics", "loopback")).metrics()).isEqualTo(MetricsAccess.LOOPBACK);
        assertThat(problems.isEmpty()).isTrue();
        read(Map.of("http.metrics", "loopback", "http.host", "0.0.0.0"));
        assertThat(problems.list().get(0).toString()).startsWith("http.metrics: \"loopback\" is not allowed with host");
    }

    @Test
    void every_fault_is_reported() {
        read(Map.of(
                "http.port", "80800",
                "http.tls.certificate", "/nowhere/cert.pem",
                "http.publicUrl", "greenpark",
                "http.metrics", "everybody"));
        assertThat(problems.list())
                .extracting(Problems.Problem::key)
                .containsExactlyInAnyOrder(
                        "http.port", "http.tls.certificate", "http.tls.key", "http.publicUrl", "http.metrics");
    }
}
