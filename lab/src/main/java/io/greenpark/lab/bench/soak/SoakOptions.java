package io.greenpark.lab.bench.soak;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A soak.
 *
 * @param duration how long readings are sent
 * @param rate readings per second; 0 to find the most that is sustained and take half of it
 * @param devices data loggers of ten points, one connection each
 * @param sampleEvery from one look at the server to the next
 * @param dir where the servers keep their files; on the disk that is to be measured
 */
public record SoakOptions(Duration duration, int rate, int devices, Duration sampleEvery, Path dir) {
    private static final Duration SAMPLE_EVERY = Duration.ofSeconds(5);
    /** The share of the time that counts as warm-up: code is compiled, caches and the heap find their size. */
    private static final int WARM_UP_PART = 4;

    private static final int COLLECTIONS = 12;
    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(10);

    /** A soak of so many minutes. */
    public static SoakOptions ofMinutes(int minutes, int rate, int devices, Path dir) {
        return new SoakOptions(Duration.ofMinutes(minutes), rate, devices, SAMPLE_EVERY, dir);
    }

    /** How often the whole heap is collected to see what it keeps: often enough for a trend, too seldom to help the server. */
    Duration collectEvery() {
        return duration.dividedBy(COLLECTIONS);
    }

    /** What is sent and sampled before judging begins; part of the duration. */
    Duration warmUp() {
        Duration part = duration.dividedBy(WARM_UP_PART);
        return part.compareTo(LONGEST_WARM_UP) < 0 ? part : LONGEST_WARM_UP;
    }
}
