package io.greenpark.lab.bench;

import io.greenpark.config.command.UserError;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What to measure.
 *
 * @param devices data loggers of ten points that come back
 * @param minutes how long they had no uplink, a value of each point per minute
 * @param values of a message, so many that the times of a message divide the minutes
 * @param live other loggers, which go on with live readings
 * @param every how long from one live message of a logger to the next
 * @param quiet how long live readings are measured before the others come back
 * @param window messages of a connection that may be unacknowledged
 * @param dir where the servers keep their files; on the disk that is to be measured
 */
public record RecoverOptions(
        int devices, int minutes, int values, int live, Duration every, Duration quiet, int window, Path dir) {
    /** @throws UserError if messages do not divide the time that was lost */
    public RecoverOptions {
        if (values < PipelinePark.POINTS_PER_DEVICE
                || values % PipelinePark.POINTS_PER_DEVICE != 0
                || minutes % (values / PipelinePark.POINTS_PER_DEVICE) != 0) {
            throw UserError.usage("--values \"" + values + "\" with --minutes \"" + minutes
                    + "\": accepted is ten times a divisor of the minutes, as a logger has ten points and sends whole"
                    + " minutes; e.g. --values 100 for ten minutes a message");
        }
    }

    /** Minutes of a message. */
    int timesPerMessage() {
        return values / PipelinePark.POINTS_PER_DEVICE;
    }

    long messagesPerDevice() {
        return minutes / timesPerMessage();
    }

    long readings() {
        return (long) devices * minutes * PipelinePark.POINTS_PER_DEVICE;
    }

    /** Live readings that come within the time a reader may be behind. */
    long liveLag() {
        return RecoverBench.LIVE_LAG_SECONDS * 1_000L * live * PipelinePark.POINTS_PER_DEVICE / every.toMillis();
    }
}
