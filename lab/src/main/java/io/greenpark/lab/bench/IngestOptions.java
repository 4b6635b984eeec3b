package io.greenpark.lab.bench;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What to measure.
 *
 * @param duration how long each row counts, after a warm-up of at most five seconds
 * @param connections MQTT connections, one device each
 * @param window messages of a connection that may be unacknowledged at a time
 * @param dir where the servers keep their files; on the disk that is to be measured
 */
public record IngestOptions(Duration duration, int connections, int window, Path dir) {
    /** Fifty connections, ten seconds per row. */
    public static IngestOptions of(Path dir) {
        return new IngestOptions(Duration.ofSeconds(10), 50, 100, dir);
    }
}
