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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the bench with a few loggers and two hours: whether it measures and checks, not what. */
class RecoverBenchIT {
    @TempDir
    private Path dir;

    private RecoverOptions options(int minutes, int values) {
        return new RecoverOptions(10, minutes, values, 10, Duration.ofMillis(200), Duration.ofMillis(400), 10, dir);
    }

    @Test
    void a_lost_day_is_delivered_beside_live_readings_and_found_in_every_store() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        RecoverBench.run(options(120, 200), new PrintStream(printed, true, StandardCharsets.UTF_8), Clock.systemUTC());
        String text = printed.toString(StandardCharsets.UTF_8);
        String tables = text.substring(text.indexOf("rooms  "));
        for (String row : new String[] {IngestTable.DISCARD, PipelineTable.INTAKE, PipelineTable.WITH_INFLUX}) {
            assertThat(tables.lines().filter(l -> l.startsWith(row + " ") && l.contains(RecoverBench.FLOOD)))
                    .hasSize(1);
        }
        assertThat(tables.lines().filter(l -> l.contains(RecoverBench.CATCHING_UP)))
                .hasSize(1);
        String readers = tables.substring(tables.indexOf("reader  "));
        for (String reader : new String[] {"accounting", "influx", "live", "rules"}) {
            assertThat(readers.lines().filter(l -> l.startsWith(reader + " "))).hasSize(1);
        }
        assertThat(text)
                .contains("deliver 12,000 readings", "20 minutes", "one fsync", "of each of 2 enterprises")
                .contains("InfluxDB holds as many")
                .doesNotContain("NaN");
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void messages_that_do_not_divide_the_lost_time_are_refused() {
        assertThatThrownBy(() -> options(100, 70))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--values \"70\" with --minutes \"100\"");
        assertThatThrownBy(() -> options(100, 15))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("ten times a divisor");
    }
}
