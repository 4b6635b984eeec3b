package io.greenpark.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How a command in the foreground ends. */
class ShutdownTest {
    @Test
    void long_work_ends_when_the_process_is_asked_to() throws Exception {
        try (Shutdown shutdown = Shutdown.listen()) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch never = new CountDownLatch(1);
            CompletableFuture<Boolean> done = CompletableFuture.supplyAsync(() -> shutdown.unlessAsked(() -> {
                begun.countDown();
                never.await();
            }));
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            shutdown.ask();
            assertThat(done.get(20, TimeUnit.SECONDS)).isFalse();
        }
    }

    @Test
    void work_that_ends_by_itself_is_done_and_leaves_no_interruption_behind() {
        try (Shutdown shutdown = Shutdown.listen()) {
            assertThat(shutdown.unlessAsked(() -> {})).isTrue();
            shutdown.ask();
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            assertThat(shutdown.unlessAsked(() -> {})).isFalse();
        }
    }
}
