package io.greenpark.lab.bench;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What to measure.
 *
 * @param devices data loggers of ten points, one connection each
 * @param days days of history at a quarter of an hour
 * @param dir where the servers keep their files; on the disk that is to be measured
 */
public record PipelineOptions(int devices, int days, Path dir) {
    long messagesPerDevice() {
        return days * Duration.ofDays(1).toMillis() / PipelinePark.STEP_MS;
    }
}
