package io.greenpark.store.log;

import static io.greenpark.park.log.LogReadings.readings;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.log.Position;
import io.greenpark.park.time.MovableClock;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTelemetryLogTest {
    @TempDir
    private Path dir;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T08:00:00Z"));

    @Test
    void what_was_appended_is_read_after_reopening() {
        try (SqliteTelemetryLog log = SqliteTelemetryLog.open(dir, LogConfig.defaults(), clock)) {
            assertThat(log.append(readings(0, 5)).toCompletableFuture().join()).isEqualTo(new Position(0, 5));
        }
        try (SqliteTelemetryLog log = SqliteTelemetryLog.open(dir, LogConfig.defaults(), clock)) {
            assertThat(log.end(0)).isEqualTo(new Position(0, 5));
            assertThat(log.readAfter(new Position(0, 2), 10).readings()).isEqualTo(readings(2, 5));
        }
    }
}
