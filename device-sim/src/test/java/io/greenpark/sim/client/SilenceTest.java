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
    void a_server_that_was_never_heard_is_given_the_first_patience_from_the_beginning() {
        passes(10);
        assertThat(silence.timedOutAfterAttempt()).isFalse();
        passes(1);
        assertThat(silence.timedOutAfterAttempt()).isTrue();
    }

    @Test
    void a_server_that_was_heard_is_given_the_later_patience() {
        silence.answered();
        assertThat(silence.timedOutAfterAttempt()).isFalse();
        passes(300);
        assertThat(silence.timedOutAfterAttempt()).isFalse();
        passes(1);
        assertThat(silence.timedOutAfterAttempt()).isTrue();
    }

    @Test
    void the_time_in_which_nothing_was_asked_is_no_silence_of_the_server() {
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
    void a_device_that_was_heard_once_may_go_on_trying_for_good() {
        Silence device = new Silence(RetryTimeout.ONCE_HEARD_FOR_GOOD, nanos::get);
        device.answered();
        assertThat(device.timedOutAfterAttempt()).isFalse();
        passes(TimeUnit.DAYS.toSeconds(3_650));
        assertThat(device.timedOutAfterAttempt()).isFalse();
    }
}
