package io.greenpark.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.tls.KeyAlgorithm;
import io.greenpark.config.tls.TlsSetup;
import io.greenpark.operations.status.Exposure;
import io.greenpark.operations.status.Exposure.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExposuresTest {
    @TempDir
    Path dir;

    private List<Exposure> of(String... sets) throws IOException {
        Path file = Files.writeString(dir.resolve("greenpark.yaml"), "registry: {}\n");
        Problems problems = new Problems();
        AppConfig config = AppConfig.read(file, List.of(sets), dir, problems);
        assertThat(problems.list()).isEmpty();
        return Exposures.of(config);
    }

    private void setUpTls() {
        new TlsSetup(dir, Clock.systemUTC()).make(KeyAlgorithm.EC, List.of(), "localhost", Duration.ofDays(30));
    }

    @Test
    void on_loopback_nothing_is_open() throws IOException {
        assertThat(of()).isEmpty();
        assertThat(of("mqtt.host=::1", "http.host=localhost")).isEmpty();
    }

    @Test
    void ports_in_the_clear_beyond_this_machine_are_named_with_what_to_do() throws IOException {
        assertThat(of("mqtt.host=0.0.0.0", "http.host=0.0.0.0"))
                .extracting(Exposure::kind)
                .containsExactly(Kind.MQTT_IN_CLEAR, Kind.HTTP_IN_CLEAR);
        assertThat(of("mqtt.host=0.0.0.0").get(0).detail().en()).contains("mqtt.host \"0.0.0.0\"", "greenpark tls");
    }

    @Test
    void https_is_not_in_the_clear_and_the_plain_mqtt_port_stays_so_beside_tls() throws IOException {
        setUpTls();
        assertThat(of("mqtt.host=0.0.0.0", "http.host=0.0.0.0"))
                .extracting(Exposure::kind)
                .containsExactly(Kind.MQTT_IN_CLEAR);
        assertThat(of("mqtt.tlsHost=0.0.0.0", "http.host=0.0.0.0")).isEmpty();
        assertThat(of("http.host=0.0.0.0", "tls.http=false"))
                .extracting(Exposure::kind)
                .containsExactly(Kind.HTTP_IN_CLEAR);
    }

    @Test
    void a_port_that_an_engine_publishes_on_this_machine_only_is_not_open() throws IOException {
        assertThat(of("mqtt.host=0.0.0.0", "http.host=0.0.0.0", "tls.publishedOn=127.0.0.1"))
                .isEmpty();
        assertThat(of("mqtt.host=0.0.0.0", "http.host=0.0.0.0", "tls.publishedOn=192.168.1.2"))
                .hasSize(2);
    }
}
