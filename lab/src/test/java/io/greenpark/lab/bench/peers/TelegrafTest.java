package io.greenpark.lab.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TelegrafTest {
    private static final Path PEERS = Path.of("peers");

    private final Telegraf telegraf =
            Telegraf.of(PEERS, Path.of("/usr/bin/telegraf"), "Telegraf 1.36.4 (git: HEAD@0f3b5aa5)\n");

    @Test
    void it_is_named_as_it_names_itself() {
        assertThat(telegraf.version()).isEqualTo("Telegraf 1.36.4");
    }

    @Test
    void it_is_started_with_the_settings_of_its_row_on_the_ports_of_its_row() {
        Bridge.Command command =
                telegraf.command("tuned", Path.of("unused"), 1885, URI.create("http://127.0.0.1:8087"));
        assertThat(command.line())
                .isEqualTo(List.of("/usr/bin/telegraf", "--quiet", "--config", "peers/telegraf/tuned.conf"));
        assertThat(command.environment()).isEqualTo(Map.of("MQTT_PORT", "1885", "INFLUX_PORT", "8087"));
    }

    @Test
    void tuned_adds_to_default_what_keeps_messages_and_changes_nothing_else() throws IOException {
        List<String> tuned = settings("tuned");
        assertThat(tuned).containsAll(settings("default"));
        tuned.removeAll(settings("default"));
        assertThat(tuned)
                .containsExactly(
                        "[agent]",
                        "metric_batch_size = 5000",
                        "metric_buffer_limit = 1000000",
                        "flush_interval = \"1s\"",
                        "qos = 1",
                        "client_id = \"telegraf\"",
                        "persistent_session = true",
                        "max_undelivered_messages = 10000");
    }

    private static List<String> settings(String name) throws IOException {
        return new ArrayList<>(Files.readAllLines(PEERS.resolve("telegraf").resolve(name + ".conf")).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList());
    }
}
