package io.greenpark.sim.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SilenceTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Silence silence =
            new Silence(new RetryTimeout(Duration.ofSeconds(10), Duration.ofMinutes(5)), nanos::get);

    private void passes(long seconds) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    @Test
    void a_server_never_heard_has_the_first_timeout_from_the_beginning() {
        passes(10);
        assertThat(silence.timedOutAfterAttempt()).isFalse();
        passes(1);
        assertThat(silence.timedOutAfterAttempt()).isTrue();
    }

    @Test
    void a_server_once_heard_has_the_later_timeout() {
        silence.answered();
        assertThat(silence.timedOutAfterAttempt()).isFalse();
        passes(300);
        assertThat(silence.timedOutAfterAttempt()).isFalse();
        passes(1);
        assertThat(silence.timedOutAfterAttempt()).isTrue();
    }

    @Test
    void time_without_a_question_is_no_silence() {
        silence.answered();
        passes(900);
        assertThat(silence.timedOutAfterAttempt()).isFalse();
        passes(299);
        assertThat(silence.timedOutAfterAttempt()).isFalse();
    }

    @Test
    void an_answer_ends_it() {
        silence.answered();
        assertThat(silence.timedOutAfterAttempt()).isFalse();
        passes(200);
        silence.answered();
        passes(200);
        assertThat(silence.timedOutAfterAttempt()).isFalse();
    }

    @Test
    void a_device_heard_once_may_retry_for_ever() {
        Silence device = new Silence(RetryTimeout.ONCE_HEARD_FOR_GOOD, nanos::get);
        device.answered();
        assertThat(device.timedOutAfterAttempt()).isFalse();
        passes(TimeUnit.DAYS.toSeconds(3_650));
        assertThat(device.timedOutAfterAttempt()).isFalse();
    }
}
