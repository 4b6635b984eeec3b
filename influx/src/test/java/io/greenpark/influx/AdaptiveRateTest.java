package io.greenpark.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.influx.Answer.WriteOutcome;
import java.time.Duration;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdaptiveRateTest {
    private static final Duration QUICK = Duration.ofMillis(20);
    private static final AdaptiveRateConfig CONFIG =
            new AdaptiveRateConfig(1_000, 100, 2, Duration.ofSeconds(1), Duration.ofMillis(250), Duration.ofSeconds(8));
    private static final Answer BUSY = answer(WriteOutcome.BUSY, null);

    private final AdaptiveRate rate = new AdaptiveRate(CONFIG, new SplittableRandom(1));

    private static Answer answer(WriteOutcome outcome, @Nullable Duration retryAfter) {
        return new Answer(outcome, 503, "", retryAfter);
    }

    private Duration pause(Answer answer, int attempt) {
        return rate.after(new InfluxFailure(answer, "InfluxDB", InfluxConfig.to("http://x")), attempt);
    }

    @Test
    void lines_halve_for_an_overloaded_server_down_to_the_smallest_batch() {
        rate.learn(BUSY, 1_000, QUICK);
        assertThat(rate.lines()).isEqualTo(500);
        for (int i = 0; i < 5; i++) {
            rate.learn(BUSY, rate.lines(), QUICK);
        }
        assertThat(rate.lines()).isEqualTo(100);
    }

    @Test
    void requests_that_fail_together_halve_the_lines_once() {
        rate.learn(BUSY, 1_000, QUICK);
        rate.learn(BUSY, 1_000, QUICK);
        assertThat(rate.lines()).isEqualTo(500);
    }

    @Test
    void a_slow_success_halves_the_lines() {
        rate.learn(Answer.OK, 1_000, Duration.ofSeconds(3));
        assertThat(rate.lines()).isEqualTo(500);
    }

    @Test
    void quick_answers_to_full_requests_raise_the_lines_step_by_step() {
        rate.learn(BUSY, 1_000, QUICK);
        rate.learn(Answer.OK, 10, QUICK);
        assertThat(rate.lines()).isEqualTo(500);
        rate.learn(Answer.OK, 500, QUICK);
        assertThat(rate.lines()).isEqualTo(550);
        for (int i = 0; i < 50; i++) {
            rate.learn(Answer.OK, rate.lines(), QUICK);
        }
        assertThat(rate.lines()).isEqualTo(1_000);
    }

    @Test
    void an_unreachable_server_leaves_the_lines_as_they_are() {
        rate.learn(answer(WriteOutcome.AWAY, null), 1_000, Duration.ofSeconds(30));
        assertThat(rate.lines()).isEqualTo(1_000);
    }

    @Test
    void pauses_double_up_to_the_longest_with_random_jitter() {
        for (int attempt = 1; attempt < 40; attempt++) {
            long whole = Math.min(8_000, 250L << Math.min(20, attempt - 1));
            assertThat(pause(answer(WriteOutcome.AWAY, null), attempt).toMillis())
                    .isBetween(whole / 2, whole);
        }
        assertThat(pause(BUSY, 9)).isNotEqualTo(pause(BUSY, 9));
    }

    @Test
    void retry_after_is_respected() {
        assertThat(pause(answer(WriteOutcome.BUSY, Duration.ofMinutes(5)), 1)).isEqualTo(Duration.ofMinutes(5));
        assertThat(pause(answer(WriteOutcome.BUSY, Duration.ZERO), 1)).isPositive();
    }

    @Test
    void wrong_credentials_are_retried_at_the_longest_pause() {
        assertThat(pause(answer(WriteOutcome.DENIED, null), 1)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
    }
}
