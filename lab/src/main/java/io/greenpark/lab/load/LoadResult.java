package io.greenpark.lab.load;

import java.time.Duration;
import java.util.Locale;

/**
 * What a load came to.
 *
 * @param acknowledged messages acknowledged while counting
 * @param readings values in them
 * @param elapsed how long was counted
 * @param p50Micros half of them were acknowledged within this time
 * @param p99Micros 99 of 100 were
 * @param maxMicros all of them were
 * @param sent messages sent in all, warm-up included
 * @param acknowledgedInAll messages acknowledged in all, warm-up and the end included
 * @param lostConnections connections the server ended or refused
 */
public record LoadResult(
        long acknowledged,
        long readings,
        Duration elapsed,
        long p50Micros,
        long p99Micros,
        long maxMicros,
        long sent,
        long acknowledgedInAll,
        int lostConnections) {

    public double messagesPerSecond() {
        return acknowledged * 1e9 / Math.max(1, elapsed.toNanos());
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
                p50Micros / 1e3,
                p99Micros / 1e3,
                maxMicros / 1e3,
                lostConnections);
    }
}
