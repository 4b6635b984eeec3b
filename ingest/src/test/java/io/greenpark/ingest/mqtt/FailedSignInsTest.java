package io.greenpark.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.time.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailedSignInsTest {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final MovableClock clock = new MovableClock(Instant.EPOCH);
    private final FailedSignIns failures = new FailedSignIns(clock, LONGEST);

    @Test
    void the_first_failures_are_answered_at_once_and_later_ones_ever_later() {
        for (int i = 0; i < 5; i++) {
            assertThat(failures.note("10.0.0.1")).isZero();
        }
        assertThat(failures.note("10.0.0.1")).isEqualTo(Duration.ofMillis(100));
        assertThat(failures.note("10.0.0.1")).isEqualTo(Duration.ofMillis(200));
        for (int i = 0; i < 1_000; i++) {
            assertThat(failures.note("10.0.0.1")).isLessThanOrEqualTo(LONGEST);
        }
        assertThat(failures.note("10.0.0.1")).isEqualTo(LONGEST);
    }

    @Test
    void each_address_counts_by_itself() {
        for (int i = 0; i < 20; i++) {
            failures.note("10.0.0.1");
        }
        assertThat(failures.note("10.0.0.2")).isZero();
    }

    @Test
    void failures_are_forgiven_with_time() {
        for (int i = 0; i < 10; i++) {
            failures.note("10.0.0.1");
        }
        clock.advance(Duration.ofSeconds(60));
        assertThat(failures.note("10.0.0.1")).isZero();
    }
}
