package io.greenpark.operations.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.Await;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EventLoopWatchdogTest {
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void a_blocked_event_loop_is_named_until_it_turns_again() throws Exception {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
        EventLoopWatchdog watchdog = EventLoopWatchdog.start(vertx, 2, nanos::get)
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch mayGo = new CountDownLatch(1);
        try {
            assertThat(watchdog.stuck()).isEmpty();
            vertx.runOnContext(v -> {
                held.countDown();
                try {
                    mayGo.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            held.await();
            nanos.set(TimeUnit.SECONDS.toNanos(60));
            Await.until("the free loop has turned", () -> watchdog.stuck().size() == 1);
            assertThat(watchdog.stuck().get(0)).contains("has not turned for 60 s", "restart");
            mayGo.countDown();
            Await.until("both turn", () -> watchdog.stuck().isEmpty());
        } finally {
            mayGo.countDown();
            vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        }
    }
}
