package io.greenpark.ingest.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FairQueueTest {
    private static final int READ = 1_000;

    private final FairQueue turns = new FairQueue();
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
        assertThat(turns.letGo(backpressure)).isTrue();
        turns.brought(backpressure, READ);
        assertThat(turns.hold(backpressure, 0)).isTrue();
    }

    @Test
    void at_first_they_go_on_as_they_came() {
        turns.brought(logger, READ);
        turns.hold(logger, 0);
        turns.hold(meter, 0);
        turns.hold(other, 0);
        assertThat(turns.inOrder()).containsExactly(logger, meter, other);
    }

    @Test
    void who_has_brought_little_since_goes_before_all_who_wait_again() {
        turns.hold(logger, 0);
        turns.hold(other, 0);
        goesOnAndComesBack(logger);
        goesOnAndComesBack(other);
        turns.brought(meter, 10);
        turns.hold(meter, 0);
        assertThat(turns.inOrder()).containsExactly(meter, logger, other);
    }

    @Test
    void of_those_who_come_for_the_first_time_who_brings_less_goes_first() {
        turns.hold(logger, READ);
        turns.hold(other, READ);
        turns.hold(meter, 10);
        assertThat(turns.inOrder()).containsExactly(meter, logger, other);
        turns.letGo(meter);
        turns.letGo(logger);
        turns.brought(logger, READ);
        turns.hold(meter, 10);
        assertThat(turns.inOrder()).containsExactly(meter, other);
    }

    @Test
    void who_brings_much_comes_round_less_often_and_yet_comes() {
        turns.hold(logger, 0);
        turns.hold(meter, 0);
        goesOnAndComesBack(logger);
        for (int i = 0; i < READ / 10; i++) {
            assertThat(turns.inOrder()).containsExactly(meter, logger);
            turns.letGo(meter);
            turns.brought(meter, 10);
            turns.hold(meter, 0);
        }
        assertThat(turns.inOrder()).containsExactly(logger, meter);
    }

    @Test
    void what_was_brought_before_there_was_a_queue_is_forgotten() {
        for (int i = 0; i < 50; i++) {
            turns.brought(meter, 10);
        }
        turns.brought(logger, READ);
        turns.hold(meter, 0);
        turns.hold(logger, 0);
        assertThat(turns.inOrder()).containsExactly(meter, logger);
        turns.forget(meter);
        turns.hold(meter, 0);
        assertThat(turns.inOrder()).containsExactly(logger, meter);
    }

    @Test
    void a_closed_connection_has_no_turn_and_nobody_stands_in_the_queue_twice() {
        assertThat(turns.hold(logger, 0)).isTrue();
        assertThat(turns.hold(logger, 0)).isFalse();
        turns.forget(logger);
        assertThat(turns.isEmpty()).isTrue();
        assertThat(turns.letGo(logger)).isFalse();
    }
}
