package io.greenpark.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FairQueueTest {
    private static final int READ = 1_000;

    private final FairQueue queue = new FairQueue();
    private final Backpressure logger = new NoBackpressure();
    private final Backpressure other = new NoBackpressure();
    private final Backpressure meter = new NoBackpressure();

    private static final class NoBackpressure extends Backpressure {
        @Override
        protected void pause() {
            // Whether it is paused is not asked here.
        }

        @Override
        protected void resume() {
            // Nor when it goes on.
        }

        @Override
        protected void answered() {
            // Nothing to flush.
        }
    }

    private void goesOnAndComesBack(Backpressure backpressure) {
        assertThat(queue.resume(backpressure)).isTrue();
        queue.charge(backpressure, READ);
        assertThat(queue.add(backpressure, 0)).isTrue();
    }

    @Test
    void at_first_they_go_on_as_they_came() {
        queue.charge(logger, READ);
        queue.add(logger, 0);
        queue.add(meter, 0);
        queue.add(other, 0);
        assertThat(queue.inOrder()).containsExactly(logger, meter, other);
    }

    @Test
    void who_has_brought_little_since_goes_before_all_who_wait_again() {
        queue.add(logger, 0);
        queue.add(other, 0);
        goesOnAndComesBack(logger);
        goesOnAndComesBack(other);
        queue.charge(meter, 10);
        queue.add(meter, 0);
        assertThat(queue.inOrder()).containsExactly(meter, logger, other);
    }

    @Test
    void of_those_who_come_for_the_first_time_who_brings_less_goes_first() {
        queue.add(logger, READ);
        queue.add(other, READ);
        queue.add(meter, 10);
        assertThat(queue.inOrder()).containsExactly(meter, logger, other);
        queue.resume(meter);
        queue.resume(logger);
        queue.charge(logger, READ);
        queue.add(meter, 10);
        assertThat(queue.inOrder()).containsExactly(meter, other);
    }

    @Test
    void who_brings_much_comes_round_less_often_and_yet_comes() {
        queue.add(logger, 0);
        queue.add(meter, 0);
        goesOnAndComesBack(logger);
        for (int i = 0; i < READ / 10; i++) {
            assertThat(queue.inOrder()).containsExactly(meter, logger);
            queue.resume(meter);
            queue.charge(meter, 10);
            queue.add(meter, 0);
        }
        assertThat(queue.inOrder()).containsExactly(logger, meter);
    }

    @Test
    void what_was_brought_before_there_was_a_queue_is_forgotten() {
        for (int i = 0; i < 50; i++) {
            queue.charge(meter, 10);
        }
        queue.charge(logger, READ);
        queue.add(meter, 0);
        queue.add(logger, 0);
        assertThat(queue.inOrder()).containsExactly(meter, logger);
        queue.remove(meter);
        queue.add(meter, 0);
        assertThat(queue.inOrder()).containsExactly(logger, meter);
    }

    @Test
    void a_closed_connection_has_no_turn_and_nobody_stands_in_the_queue_twice() {
        assertThat(queue.add(logger, 0)).isTrue();
        assertThat(queue.add(logger, 0)).isFalse();
        queue.remove(logger);
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.resume(logger)).isFalse();
    }
}
