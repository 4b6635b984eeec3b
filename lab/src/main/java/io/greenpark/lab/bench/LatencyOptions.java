package io.greenpark.lab.bench;

import io.greenpark.config.command.UserError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What to measure.
 *
 * @param duration how long each row counts, after a warm-up as long, of at most ten seconds
 * @param rates messages per second over all connections
 * @param connections MQTT connections, one device each
 * @param editsPerSecond edits of the registry in a further row with all roles; 0 to leave it out
 * @param cases cases from reading to API; 0 to leave them out
 * @param backlog readings that the InfluxDB writer has to work off meanwhile
 * @param dir where the servers keep their files; on the disk that is to be measured
 */
public record LatencyOptions(
        Duration duration, List<Integer> rates, int connections, int editsPerSecond, int cases, int backlog, Path dir) {
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(10);
    /** What fits between the begin of last year and today at a quarter of an hour, for each connection. */
    static final long MOST_MESSAGES = 26_000;

    /** @throws UserError if a connection's messages do not fit into the history that is sent */
    public LatencyOptions {
        rates = List.copyOf(rates);
        for (int rate : rates) {
            Duration every = every(rate, connections);
            if (duration.plus(warmUp(duration)).dividedBy(every) > MOST_MESSAGES) {
                throw UserError.usage("--rate " + rate + " over " + connections + " connections for "
                        + duration.toSeconds() + " s: more than " + MOST_MESSAGES
                        + " messages per connection; take more --connections or fewer --seconds");
            }
        }
    }

    Duration warmUp() {
        return warmUp(duration);
    }

    private static Duration warmUp(Duration duration) {
        return duration.compareTo(LONGEST_WARM_UP) < 0 ? duration : LONGEST_WARM_UP;
    }

    static Duration every(int rate, int connections) {
        return Duration.ofSeconds(connections).dividedBy(rate);
    }
}
