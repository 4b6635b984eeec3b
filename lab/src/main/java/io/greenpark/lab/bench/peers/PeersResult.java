package io.greenpark.lab.bench.peers;

import java.time.Duration;

/**
 * One line of the table.
 *
 * @param sending from the first message until nothing was unacknowledged any more
 * @param landing from the first message until the last reading landed
 * @param residentBytes of the whole chain, InfluxDB left out
 * @param cpu of the whole chain
 * @param influxCpu of InfluxDB
 */
record PeersResult(
        Chain chain,
        PeersLoad load,
        long acknowledged,
        PeersLedger.Landed comparison,
        Duration sending,
        Duration landing,
        long residentBytes,
        Duration cpu,
        Duration influxCpu) {
    double acknowledgedPerSecond() {
        return acknowledged * 1e9 / Math.max(1, sending.toNanos());
    }

    double landedPerSecond() {
        return comparison.landed() * 1e9 / Math.max(1, landing.toNanos());
    }
}
