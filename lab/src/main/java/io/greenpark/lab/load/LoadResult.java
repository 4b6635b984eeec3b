package io.greenpark.lab.load;

import java.time.Duration;
import java.util.Locale;

/**
 * What a load came to.
 *
 * @param readings values in the messages acknowledged while counting
 * @param elapsed how long was counted
 * @param latency of these messages
 * @param sent messages sent in all, warm-up included
 * @param acknowledgedInAll messages acknowledged in all, warm-up and the end included
 * @param lostConnections connections the server ended or refused
 */
public record LoadResult(
        long readings, Duration elapsed, AckLatency latency, long sent, long acknowledgedInAll, int lostConnections) {

    /** Messages acknowledged while counting. */
    public long acknowledged() {
        return latency.messages();
    }

    public double messagesPerSecond() {
        return acknowledged() * 1e9 / Math.max(1, elapsed.toNanos());
    }

    public double readingsPerSecond() {
        return readings * 1e9 / Math.max(1, elapsed.toNanos());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,.0f messages/s, %,.0f readings/s acknowledged over %.1f s; acknowledged after p50 %.1f ms, p99 %.1f"
                        + " ms, at most %.1f ms; %d connections lost",
                messagesPerSecond(),
                readingsPerSecond(),
                elapsed.toNanos() / 1e9,
                latency.p50Micros() / 1e3,
                latency.p99Micros() / 1e3,
                latency.maxMicros() / 1e3,
                lostConnections);
    }
}
