package io.greenpark.store.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.park.log.LogReadings;
import io.greenpark.park.time.MovableClock;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogStatusTest {
    @TempDir
    Path dir;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T12:00:00Z"));
    private final SmallDisk disk = new SmallDisk();

    @Test
    void a_full_disk_is_reported_before_any_append_and_until_there_is_room() {
        try (SqliteTelemetryLog log = disk.open(dir, LogConfig.defaults(), clock)) {
            assertThat(log.status().trouble()).isNull();
            disk.free(7);
            assertThat(log.status().trouble()).contains("\"7\" bytes are free", "log.minFreeDisk");
            assertThatThrownBy(() -> log.append(LogReadings.readings(0, 3))
                            .toCompletableFuture()
                            .join())
                    .hasMessageContaining("log.minFreeDisk");
            assertThat(log.status().failedCommits()).isOne();
            disk.free(Long.MAX_VALUE);
            assertThat(log.status().trouble()).isNull();
            log.append(LogReadings.readings(0, 3)).toCompletableFuture().join();
            assertThat(log.status().trouble()).isNull();
        }
    }

    @Test
    void another_failure_is_reported_until_an_append_succeeds() {
        try (SqliteTelemetryLog log = disk.open(dir, LogConfig.defaults(), clock)) {
            log.tail().limitPages(16);
            assertThatThrownBy(() -> log.append(LogReadings.readings(0, 50_000))
                            .toCompletableFuture()
                            .join())
                    .isNotNull();
            assertThat(log.status().trouble()).isNotNull();
            log.tail().limitPages(0);
            assertThat(log.status().trouble()).isNotNull();
            log.append(LogReadings.readings(0, 3)).toCompletableFuture().join();
            assertThat(log.status().trouble()).isNull();
        }
    }

    @Test
    void commits_are_measured_and_readings_counted_by_day() {
        try (SqliteTelemetryLog log = disk.open(dir, LogConfig.defaults(), clock)) {
            log.append(LogReadings.readings(0, 20)).toCompletableFuture().join();
            clock.set(Instant.parse("2026-11-24T01:00:00Z"));
            log.append(LogReadings.readings(20, 25)).toCompletableFuture().join();
            LogStatus status = log.status();
            assertThat(status.commitNanos().count()).isEqualTo(2);
            assertThat(status.commitReadings().sum()).isEqualTo(25);
            assertThat(status.commitReadings().atMost(1)).isEqualTo(64);
            assertThat(status.readings()).isEqualTo(25);
            assertThat(status.bytes()).isPositive();
            assertThat(status.running()).isTrue();
            assertThat(status.days())
                    .containsExactly(
                            new LogStatus.ArrivalDay(LocalDate.of(2026, 11, 23), 20),
                            new LogStatus.ArrivalDay(LocalDate.of(2026, 11, 24), 5));
        }
    }
}
