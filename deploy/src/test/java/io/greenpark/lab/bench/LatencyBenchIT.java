package io.greenpark.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.config.command.UserError;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the bench for moments only: whether it measures, not what. */
@Tag("bench")
class LatencyBenchIT {
    @TempDir
    private Path dir;

    @Test
    void every_server_and_the_time_to_a_case_are_measured() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        LatencyBench.run(
                new LatencyOptions(Duration.ofMillis(400), List.of(500), 5, 20, 5, 50_000, dir),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                Clock.systemUTC());
        String text = printed.toString(StandardCharsets.UTF_8);
        String table = text.substring(text.indexOf("server            "));
        for (String server : List.of(
                IngestTable.DISCARD,
                IngestTable.MOSQUITTO,
                LatencyTable.INGEST,
                LatencyTable.ALL_ROLES,
                LatencyTable.EDITED)) {
            assertThat(table.lines().filter(l -> l.startsWith(server + " "))).hasSize(1);
        }
        assertThat(table.lines().filter(l -> l.matches("limit-exceeded +5 .*"))).hasSize(1);
        assertThat(text)
                .contains("edits of the registry, in force after")
                .contains("one fsync")
                .contains("mosquitto 2")
                .doesNotContain("NaN");
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_load_that_outlasts_the_history_is_refused() {
        List<Integer> rates = List.of(10_000);
        assertThatThrownBy(() -> new LatencyOptions(Duration.ofHours(1), rates, 50, 0, 0, 0, dir))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--rate 10000 over 50 connections for 3600 s");
    }
}
