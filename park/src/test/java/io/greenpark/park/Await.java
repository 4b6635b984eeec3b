package io.greenpark.park;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition instead of for a time. */
public final class Await {
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Duration LONG_PAUSE = Duration.ofMillis(250);

    private Await() {}

    /** Returns as soon as the condition holds; fails after three minutes, which only a broken program reaches, on a busy machine too. */
    public static void until(String what, BooleanSupplier condition) {
        until(what, LONGEST, PAUSE, condition);
    }

    /** The same for what may take long: asks four times a second, so that asking slows nothing down. */
    public static void until(String what, Duration longest, BooleanSupplier condition) {
        until(what, longest, LONG_PAUSE, condition);
    }

    private static void until(String what, Duration longest, Duration pause, BooleanSupplier condition) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited " + longest.toSeconds() + " s in vain until " + what);
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }
}
