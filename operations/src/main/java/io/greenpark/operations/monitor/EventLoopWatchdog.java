package io.greenpark.operations.monitor;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/** Notices an event loop that no longer runs: a timer on each notes the time. Any thread may ask. */
public final class EventLoopWatchdog {
    private static final long TICK_MS = 1_000;
    private static final Duration STUCK_AFTER = Duration.ofSeconds(10);

    private final LongSupplier nanos;
    private final AtomicLongArray lastTickNanos;

    private EventLoopWatchdog(int loops, LongSupplier nanos) {
        this.nanos = nanos;
        this.lastTickNanos = new AtomicLongArray(loops);
        for (int i = 0; i < loops; i++) {
            lastTickNanos.set(i, nanos.getAsLong());
        }
    }

    /**
     * Starts a timer on every event loop.
     *
     * @param loops how many event loops there are; Vert.x gives each instance the next one
     * @param nanos a clock that only goes forward, {@code System::nanoTime}
     */
    public static Future<EventLoopWatchdog> start(Vertx vertx, int loops, LongSupplier nanos) {
        EventLoopWatchdog watchdog = new EventLoopWatchdog(loops, nanos);
        AtomicInteger next = new AtomicInteger();
        return vertx.deployVerticle(
                        () -> watchdog.new Ticker(next.getAndIncrement()), new DeploymentOptions().setInstances(loops))
                .map(id -> watchdog);
    }

    private final class Ticker extends VerticleBase {
        private final int loop;

        Ticker(int loop) {
            this.loop = loop;
        }

        @Override
        public Future<?> start() {
            vertx.setPeriodic(TICK_MS, timer -> lastTickNanos.set(loop, nanos.getAsLong()));
            return Future.succeededFuture();
        }
    }

    /** A sentence per loop that no longer turns, with the time since it did; empty if all turn. */
    public List<String> stuck() {
        List<String> stuck = new ArrayList<>();
        long now = nanos.getAsLong();
        for (int i = 0; i < lastTickNanos.length(); i++) {
            Duration since = Duration.ofNanos(now - lastTickNanos.get(i));
            if (since.compareTo(STUCK_AFTER) > 0) {
                stuck.add("event loop " + (i + 1) + " of " + lastTickNanos.length() + " has not turned for "
                        + since.toSeconds() + " s; take a thread dump (jstack) and restart");
            }
        }
        return stuck;
    }
}
