package io.greenpark.lab.load;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * How long messages waited for their acknowledgement.
 *
 * @param messages how many
 * @param p50Micros half of them no longer than this
 * @param p99Micros 99 of 100 no longer than this
 * @param maxMicros the longest
 */
public record AckLatency(long messages, long p50Micros, long p99Micros, long maxMicros) {
    /** Within a thousandth of the latency, whatever its size. */
    private static final int SIGNIFICANT_DIGITS = 3;

    /** An empty histogram of latencies in microseconds, for one thread. */
    public static Histogram histogram() {
        return new Histogram(SIGNIFICANT_DIGITS);
    }

    /** The figures of a histogram. */
    public static AckLatency of(Histogram micros) {
        return new AckLatency(
                micros.getTotalCount(),
                micros.getValueAtPercentile(50),
                micros.getValueAtPercentile(99),
                micros.getMaxValue());
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
