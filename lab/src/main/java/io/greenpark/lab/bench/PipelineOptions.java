package io.greenpark.lab.bench;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What to measure.
 *
 * @param devices data loggers of ten points, one connection each
 * @param every how far apart the readings of a point are
 * @param history how long the history is that goes in
 * @param upToNow whether it ends now, so that its days are open, or lies in the year before, so that its months are judged
 * @param dir where the servers keep their files; on the disk that is to be measured
 */
public record PipelineOptions(int devices, Duration every, Duration history, boolean upToNow, Path dir) {
    long messagesPerDevice() {
        return history.dividedBy(every);
    }
}
