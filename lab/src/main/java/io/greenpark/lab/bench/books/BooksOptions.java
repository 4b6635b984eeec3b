package io.greenpark.lab.bench.books;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What to measure.
 *
 * @param enterprises a row each; an enterprise has ten points
 * @param days days of readings
 * @param step time between two readings of a point
 * @param dir where the servers keep their files
 */
public record BooksOptions(List<Integer> enterprises, int days, Duration step, Path dir) {
    public BooksOptions {
        enterprises = List.copyOf(enterprises);
    }

    long messagesPerDevice() {
        return Duration.ofDays(days).dividedBy(step);
    }
}
