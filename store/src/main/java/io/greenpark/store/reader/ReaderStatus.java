package io.greenpark.store.reader;

import org.jspecify.annotations.Nullable;

/**
 * How a reader stands, for health and the console.
 *
 * @param name its name, e.g. {@code accounting}, {@code influx}
 * @param lag what it has not processed yet: readings of the log, or marks
 * @param failingSinceMs since when every attempt failed, epoch milliseconds; null if it works
 * @param failure the last failure in words; null if it works
 */
public record ReaderStatus(
        String name,
        long lag,
        @Nullable Long failingSinceMs,
        @Nullable String failure) {}
