package io.greenpark.store.loop;

import org.jspecify.annotations.Nullable;

/**
 * State of a background loop, for health and the console.
 *
 * @param name its name, e.g. {@code accounting}, {@code influx}
 * @param lag what it has not processed yet, e.g. readings of the log or marks
 * @param failingSinceMs since when every attempt failed, epoch milliseconds; null if it works
 * @param failure the last failure in words; null if it works
 * @param failures attempts that failed since the process began
 * @param running whether its thread runs; one that ended by a fault of the program does not come back
 */
public record LoopStatus(
        String name,
        long lag,
        @Nullable Long failingSinceMs,
        @Nullable String failure,
        long failures,
        boolean running) {
    /** A loop that runs and has not failed before. */
    public LoopStatus(String name, long lag, @Nullable Long failingSinceMs, @Nullable String failure) {
        this(name, lag, failingSinceMs, failure, 0, true);
    }
}
