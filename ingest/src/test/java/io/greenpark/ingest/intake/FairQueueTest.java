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
            // Not needed here.
        }

        @Override
        protected void resume() {
            // Not needed here.
        }

        @Override
        protected void answered() {
            // Nothing to flush.
        }
    }

    private void resumeAndPauseAgain(Backpressure backpressure) {
        assertThat(queue.resume(backpressure)).isTrue();
        queue.charge(backpressure, READ);
        assertThat(queue.add(backpressure, 0)).isTrue();
    }

    @Test
    void at_first_connections_resume_in_order_of_arrival() {
        queue.charge(logger, READ);
        queue.add(logger, 0);
        queue.add(meter, 0);
        queue.add(other, 0);
        assertThat(queue.inOrder()).containsExactly(logger, meter, other);
    }

    @Test
    void a_connection_that_brought_little_goes_first() {
        queue.add(logger, 0);
        queue.add(other, 0);
        resumeAndPauseAgain(logger);
        resumeAndPauseAgain(other);
        queue.charge(meter, 10);
        queue.add(meter, 0);
        assertThat(queue.inOrder()).containsExactly(meter, logger, other);
    }

    @Test
    void among_new_connections_the_one_that_brings_less_goes_first() {
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
    void a_heavy_connection_resumes_less_often_but_is_not_starved() {
        queue.add(logger, 0);
        queue.add(meter, 0);
        resumeAndPauseAgain(logger);
        for (int i = 0; i < READ / 10; i++) {
            assertThat(queue.inOrder()).containsExactly(meter, logger);
            queue.resume(meter);
            queue.charge(meter, 10);
            queue.add(meter, 0);
        }
        assertThat(queue.inOrder()).containsExactly(logger, meter);
    }

    @Test
    void what_was_brought_before_there_was_a_queue_does_not_count() {
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
    void a_connection_is_queued_once_and_removed_when_closed() {
        assertThat(queue.add(logger, 0)).isTrue();
        assertThat(queue.add(logger, 0)).isFalse();
        queue.remove(logger);
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.resume(logger)).isFalse();
    }
}
