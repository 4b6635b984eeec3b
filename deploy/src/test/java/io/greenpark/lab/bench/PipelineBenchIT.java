package io.greenpark.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the bench with a small park and one day: whether it measures, not what. */
@Tag("bench")
class PipelineBenchIT {
    @TempDir
    private Path dir;

    @Test
    void every_row_is_measured_until_no_reader_has_a_lag() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PipelineBench.run(
                new PipelineOptions(10, Duration.ofMinutes(15), Duration.ofDays(1), false, dir),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                Clock.systemUTC());
        String text = printed.toString(StandardCharsets.UTF_8);
        String table = text.substring(text.indexOf("rooms  "));
        for (String row : new String[] {PipelineTable.INTAKE, PipelineTable.WHOLE, PipelineTable.WITH_INFLUX}) {
            assertThat(table.lines().filter(l -> l.startsWith(row + " "))).hasSize(1);
        }
        assertThat(text).contains("= 9,600").contains("one fsync").doesNotContain("NaN");
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left).isEmpty();
        }
    }
}
