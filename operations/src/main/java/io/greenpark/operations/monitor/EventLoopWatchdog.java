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

/** Feels whether every event loop still turns: a timer on each notes the time. Any thread may ask. */
public final class EventLoopWatchdog {
    private static final long BEAT_MS = 1_000;
    private static final Duration STUCK_AFTER = Duration.ofSeconds(10);

    private final LongSupplier nanos;
    private final AtomicLongArray beats;

    private EventLoopWatchdog(int loops, LongSupplier nanos) {
        this.nanos = nanos;
        this.beats = new AtomicLongArray(loops);
        for (int i = 0; i < loops; i++) {
            beats.set(i, nanos.getAsLong());
        }
    }

    /**
     * Begins to feel.
     *
     * @param loops how many event loops there are; Vert.x gives each instance the next one
     * @param nanos a clock that only goes forward, {@code System::nanoTime}
     */
    public static Future<EventLoopWatchdog> start(Vertx vertx, int loops, LongSupplier nanos) {
        EventLoopWatchdog pulse = new EventLoopWatchdog(loops, nanos);
        AtomicInteger next = new AtomicInteger();
        return vertx.deployVerticle(
                        () -> pulse.new Wrist(next.getAndIncrement()), new DeploymentOptions().setInstances(loops))
                .map(id -> pulse);
    }

    private final class Wrist extends VerticleBase {
        private final int loop;

        Wrist(int loop) {
            this.loop = loop;
        }

        @Override
        public Future<?> start() {
            vertx.setPeriodic(BEAT_MS, timer -> beats.set(loop, nanos.getAsLong()));
            return Future.succeededFuture();
        }
    }

    /** How long each loop that no longer turns has not done so, in words; empty if all do. */
    public List<String> stuck() {
        List<String> stuck = new ArrayList<>();
        long now = nanos.getAsLong();
        for (int i = 0; i < beats.length(); i++) {
            Duration since = Duration.ofNanos(now - beats.get(i));
            if (since.compareTo(STUCK_AFTER) > 0) {
                stuck.add("event loop " + (i + 1) + " of " + beats.length() + " has not turned for " + since.toSeconds()
                        + " s; take a thread dump (jstack) and restart");
            }
        }
        return stuck;
    }
}
