package io.greenpark.dashboards.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final int FREE = 5;

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final Throttle throttle = new Throttle(
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            },
            FREE);

    @Test
    void after_a_few_failures_the_wait_doubles_up_to_fifteen_minutes() {
        for (int i = 1; i < FREE; i++) {
            throttle.failed("officer");
        }
        assertThat(throttle.wait("officer")).isZero();
        throttle.failed("officer");
        assertThat(throttle.wait("officer")).isEqualTo(Duration.ofSeconds(5));
        throttle.failed("officer");
        assertThat(throttle.wait("officer")).isEqualTo(Duration.ofSeconds(10));
        for (int i = 0; i < 40; i++) {
            throttle.failed("officer");
        }
        assertThat(throttle.wait("officer")).isEqualTo(Duration.ofMinutes(15));
        assertThat(throttle.wait("somebody else")).isZero();
    }

    @Test
    void waiting_or_a_success_ends_the_throttling() {
        for (int i = 0; i < FREE; i++) {
            throttle.failed("officer");
        }
        now = now.plusSeconds(5);
        assertThat(throttle.wait("officer")).isZero();
        throttle.succeeded("officer");
        throttle.failed("officer");
        assertThat(throttle.wait("officer")).isZero();
    }

    @Test
    void an_hour_without_failures_ends_it_too() {
        for (int i = 0; i < FREE; i++) {
            throttle.failed("officer");
        }
        now = now.plusSeconds(3_700);
        throttle.failed("officer");
        assertThat(throttle.wait("officer")).isZero();
    }
}
