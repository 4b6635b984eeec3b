package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.config.tls.PemFiles;
import io.greenpark.dashboards.console.HttpConfig.MetricsAccess;
import io.greenpark.dashboards.door.ConnectionLimits;
import io.greenpark.dashboards.fixture.SampleConsole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
        assertThat(read(Map.of())).isEqualTo(SampleConsole.config(8080, true, MetricsAccess.TOKEN));
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
                "http.metrics", "off",
                "http.tls.hsts", "30d",
                "http.proxies", "10.0.0.5, 2001:db8::/32"));
        assertThat(config.host()).isEqualTo("0.0.0.0");
        assertThat(config.port()).isEqualTo(443);
        assertThat(config.https()).isEqualTo(new HttpConfig.Https(new PemFiles(certificate, key), Duration.ofDays(30)));
        assertThat(config.publicUrl()).isEqualTo("https://greenpark.example.org");
        assertThat(config.metrics()).isEqualTo(MetricsAccess.OFF);
        assertThat(config.proxies().ranges()).hasSize(2);
        assertThat(config.tls()).isTrue();
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void limits_of_connections_are_read() {
        HttpConfig config = read(Map.of(
                "http.maxConnections", "50",
                "http.maxConnectionsPerAddress", "20",
                "http.headerTimeout", "2s",
                "http.bodyTimeout", "5s"));
        assertThat(config.connections())
                .isEqualTo(new ConnectionLimits(50, 20, Duration.ofSeconds(2), Duration.ofSeconds(5)));
        assertThat(problems.isEmpty()).isTrue();
        read(Map.of("http.maxConnections", "0", "http.headerTimeout", "0s", "http.proxies", "proxy.example.org"));
        assertThat(problems.list())
                .extracting(Problems.Problem::key)
                .containsExactlyInAnyOrder("http.maxConnections", "http.headerTimeout", "http.proxies");
    }

    @Test
    void links_name_no_address_that_nobody_can_dial() {
        assertThat(read(Map.of("http.host", "0.0.0.0")).publicUrl()).isEqualTo("http://localhost:8080");
        assertThat(read(Map.of("http.host", "::", "http.port", "80")).publicUrl())
                .isEqualTo("http://localhost:80");
        assertThat(read(Map.of("http.host", "10.1.2.3")).publicUrl()).isEqualTo("http://10.1.2.3:8080");
    }

    @Test
    void only_an_address_that_is_stated_counts_as_stated() {
        assertThat(read(Map.of("http.host", "0.0.0.0")).statedUrl()).isNull();
        assertThat(read(Map.of("http.publicUrl", "https://a.example/")).statedUrl())
                .isEqualTo("https://a.example");
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
