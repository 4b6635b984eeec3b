package io.greenpark.influx;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Duration;

/**
 * The bounds of {@link AdaptiveRate}.
 *
 * @param batch the most lines per request, and how many to begin with
 * @param minBatch the fewest lines per request
 * @param requests requests in flight at a time, of readings and figures together; one by default, which every version of
 *     InfluxDB copes with, while the lines of the next are built
 * @param slowAfter an answer that takes longer halves the lines of a request
 * @param firstPause pause after the first failure; it doubles from there
 * @param longestPause the longest pause between attempts
 */
public record AdaptiveRateConfig(
        int batch, int minBatch, int requests, Duration slowAfter, Duration firstPause, Duration longestPause) {
    /** The defaults. */
    public static AdaptiveRateConfig defaults() {
        return new AdaptiveRateConfig(
                5_000, 100, 1, Duration.ofSeconds(2), Duration.ofMillis(250), Duration.ofSeconds(30));
    }

    /** Reads its part of the section {@code influx}. */
    static AdaptiveRateConfig from(Settings settings, Problems problems) {
        AdaptiveRateConfig d = defaults();
        int batch = settings.integer("batch", d.batch, 1, 100_000, problems);
        return new AdaptiveRateConfig(
                batch,
                settings.integer("minBatch", Math.min(d.minBatch, batch), 1, batch, problems),
                settings.integer("requests", d.requests, 1, 8, problems),
                settings.duration("slowAfter", d.slowAfter, Duration.ofMillis(10), Duration.ofMinutes(10), problems),
                settings.duration("firstPause", d.firstPause, Duration.ofMillis(10), Duration.ofMinutes(1), problems),
                settings.duration(
                        "longestPause", d.longestPause, Duration.ofSeconds(1), Duration.ofHours(1), problems));
    }
}
