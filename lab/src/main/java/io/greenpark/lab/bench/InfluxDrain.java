package io.greenpark.lab.bench;

import java.time.Duration;

/**
 * One measurement.
 *
 * @param round 0 for the one that does not count
 * @param serverCpu processor time of influxd
 * @param ownCpu processor time of this process
 */
record InfluxDrain(int round, String client, long lines, Duration took, Duration serverCpu, Duration ownCpu) {
    double linesPerSecond() {
        return lines / (took.toNanos() / 1e9);
    }
}
