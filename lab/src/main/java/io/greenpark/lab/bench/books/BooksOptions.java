package io.greenpark.lab.bench.books;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What to measure.
 *
 * @param enterprises a row each; an enterprise has ten points
 * @param days days of hourly readings
 * @param dir where the servers keep their files
 */
public record BooksOptions(List<Integer> enterprises, int days, Path dir) {
    static final Duration STEP = Duration.ofHours(1);

    public BooksOptions {
        enterprises = List.copyOf(enterprises);
    }

    long messagesPerDevice() {
        return Duration.ofDays(days).dividedBy(STEP);
    }
}
