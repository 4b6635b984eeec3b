package io.greenpark.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The end of a command in the foreground. */
class ShutdownTest {
    @Test
    void long_work_is_interrupted_by_the_shutdown() throws Exception {
        try (Shutdown shutdown = Shutdown.listen()) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch never = new CountDownLatch(1);
            CompletableFuture<Boolean> done = CompletableFuture.supplyAsync(() -> shutdown.runUnlessRequested(() -> {
                begun.countDown();
                never.await();
            }));
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            shutdown.request();
            assertThat(done.get(20, TimeUnit.SECONDS)).isFalse();
        }
    }

    @Test
    void finished_work_leaves_no_interruption_behind() {
        try (Shutdown shutdown = Shutdown.listen()) {
            assertThat(shutdown.runUnlessRequested(() -> {})).isTrue();
            shutdown.request();
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            assertThat(shutdown.runUnlessRequested(() -> {})).isFalse();
        }
    }
}
