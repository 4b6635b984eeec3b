package io.greenpark.store.loop;

import org.jspecify.annotations.Nullable;

/**
 * How a reader stands, for health and the console.
 *
 * @param name its name, e.g. {@code accounting}, {@code influx}
 * @param lag what it has not processed yet: readings of the log, or marks
 * @param failingSinceMs since when every attempt failed, epoch milliseconds; null if it works
 * @param failure the last failure in words; null if it works
 * @param failures attempts that failed since the process began
 * @param running whether its thread lives; one that ended by a fault of the program never reads again
 */
public record LoopStatus(
        String name,
        long lag,
        @Nullable Long failingSinceMs,
        @Nullable String failure,
        long failures,
        boolean running) {
    /** A reader that runs and has not failed before. */
    public LoopStatus(String name, long lag, @Nullable Long failingSinceMs, @Nullable String failure) {
        this(name, lag, failingSinceMs, failure, 0, true);
    }
}
