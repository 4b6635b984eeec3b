package io.greenpark.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FairQueueTest {
    private static final int READ = 1_000;

    private final FairQueue queue = new FairQueue();
    private final Backpressure logger = new SilentFlow();
    private final Backpressure other = new SilentFlow();
    private final Backpressure meter = new SilentFlow();

    private static final class SilentFlow extends Backpressure {
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
        assertThat(queue.letGo(backpressure)).isTrue();
        queue.brought(backpressure, READ);
        assertThat(queue.hold(backpressure, 0)).isTrue();
    }

    @Test
    void at_first_they_go_on_as_they_came() {
        queue.brought(logger, READ);
        queue.hold(logger, 0);
        queue.hold(meter, 0);
        queue.hold(other, 0);
        assertThat(queue.inOrder()).containsExactly(logger, meter, other);
    }

    @Test
    void who_has_brought_little_since_goes_before_all_who_wait_again() {
        queue.hold(logger, 0);
        queue.hold(other, 0);
        goesOnAndComesBack(logger);
        goesOnAndComesBack(other);
        queue.brought(meter, 10);
        queue.hold(meter, 0);
        assertThat(queue.inOrder()).containsExactly(meter, logger, other);
    }

    @Test
    void of_those_who_come_for_the_first_time_who_brings_less_goes_first() {
        queue.hold(logger, READ);
        queue.hold(other, READ);
        queue.hold(meter, 10);
        assertThat(queue.inOrder()).containsExactly(meter, logger, other);
        queue.letGo(meter);
        queue.letGo(logger);
        queue.brought(logger, READ);
        queue.hold(meter, 10);
        assertThat(queue.inOrder()).containsExactly(meter, other);
    }

    @Test
    void who_brings_much_comes_round_less_often_and_yet_comes() {
        queue.hold(logger, 0);
        queue.hold(meter, 0);
        goesOnAndComesBack(logger);
        for (int i = 0; i < READ / 10; i++) {
            assertThat(queue.inOrder()).containsExactly(meter, logger);
            queue.letGo(meter);
            queue.brought(meter, 10);
            queue.hold(meter, 0);
        }
        assertThat(queue.inOrder()).containsExactly(logger, meter);
    }

    @Test
    void what_was_brought_before_there_was_a_queue_is_forgotten() {
        for (int i = 0; i < 50; i++) {
            queue.brought(meter, 10);
        }
        queue.brought(logger, READ);
        queue.hold(meter, 0);
        queue.hold(logger, 0);
        assertThat(queue.inOrder()).containsExactly(meter, logger);
        queue.forget(meter);
        queue.hold(meter, 0);
        assertThat(queue.inOrder()).containsExactly(logger, meter);
    }

    @Test
    void a_closed_connection_has_no_turn_and_nobody_stands_in_the_queue_twice() {
        assertThat(queue.hold(logger, 0)).isTrue();
        assertThat(queue.hold(logger, 0)).isFalse();
        queue.forget(logger);
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.letGo(logger)).isFalse();
    }
}
