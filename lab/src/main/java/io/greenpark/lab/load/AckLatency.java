package io.greenpark.lab.load;

import java.util.Locale;

/**
 * How long messages waited for their acknowledgement.
 *
 * @param messages how many
 * @param p50Micros half of them no longer than this
 * @param p99Micros 99 of 100 no longer than this
 * @param maxMicros the longest
 */
public record AckLatency(long messages, long p50Micros, long p99Micros, long maxMicros) {
    static AckLatency of(LatencyHistogram micros) {
        return new AckLatency(micros.count(), micros.percentile(0.5), micros.percentile(0.99), micros.max());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d messages, acknowledged after p50 %.1f ms, p99 %.1f ms, at most %.1f ms",
                messages,
                p50Micros / 1e3,
                p99Micros / 1e3,
                maxMicros / 1e3);
    }
}
