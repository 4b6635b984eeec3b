package io.greenpark.lab.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What to measure.
 *
 * @param counts connections, a row each for plain and TLS
 * @param every the time within which each connection publishes once, evenly spread
 * @param dir where the servers keep their files
 */
public record ConnectionsOptions(List<Integer> counts, Duration every, Path dir) {
    public ConnectionsOptions {
        counts = List.copyOf(counts);
    }
}
