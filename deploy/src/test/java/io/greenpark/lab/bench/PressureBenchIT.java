package io.greenpark.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The promise of back-pressure on the real server, in small. */
@Tag("bench")
class PressureBenchIT {
    /** A value takes six bytes at least, as in {@code "k":1,}; each event loop may be in the middle of one read of 16 KB. */
    private static final int ONE_READ = (16 << 10) / 6;

    @TempDir
    private Path dir;

    @Test
    void a_stalled_log_loses_nothing_and_the_bounds_hold() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        List<PressureRun> rows = PressureBench.measure(
                new PressureOptions(List.of(40), 40_000, 500, Duration.ofSeconds(1), 192, dir),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                Clock.systemUTC());
        PressureRun row = rows.get(0);
        assertThat(row.load().lostConnections()).isZero();
        assertThat(row.load().acknowledgedInAll()).isEqualTo(row.load().sent()).isEqualTo(40_000);
        assertThat(row.comparison()).isEqualTo(new LogLedger.LogComparison(400_000, 0, 0));
        assertThat(row.falselyAcknowledged()).isZero();
        assertThat(row.stalled().acknowledged()).isLessThan(40_000);
        long loops = Runtime.getRuntime().availableProcessors();
        assertThat(row.stalled().inFlight()).isLessThanOrEqualTo(row.limit() + loops * ONE_READ);
        assertThat(row.stalled().resident()).isLessThan((192L + 96 + PressureTable.JVM_OWN_MB) << 20);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("one fsync", "in flight");
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left).isEmpty();
        }
    }
}
