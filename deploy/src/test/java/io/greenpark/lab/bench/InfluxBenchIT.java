package io.greenpark.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the bench for moments only: whether it measures, not what. */
@Tag("bench")
class InfluxBenchIT {
    @TempDir
    private Path dir;

    @Test
    void both_clients_write_everything_in_every_round() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        InfluxBench.run(
                new InfluxBenchOptions(12_000, 1, dir),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                Clock.systemUTC());
        String text = printed.toString(StandardCharsets.UTF_8);
        for (String client : new String[] {InfluxTable.BARE, InfluxTable.GREENPARK}) {
            assertThat(text.lines()
                            .filter(l -> l.startsWith("warm-up  " + client) || l.startsWith("1        " + client)))
                    .hasSize(2);
        }
        assertThat(text)
                .contains("one fsync", "InfluxDB v1", "median of 1 rounds")
                .doesNotContain("NaN");
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left).isEmpty();
        }
    }
}
