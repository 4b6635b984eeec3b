package io.greenpark.store.deadletter;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Duration;

/**
 * Settings of the dead letters, section {@code deadLetters}.
 *
 * @param keep how long a dead letter is kept after its last arrival. Default 30 d, range 1 h..3650 d
 * @param maxPerSender rows of one sender; beyond, a letter is merged into a like row, which counts it; where there is none
 *     the sender's oldest row makes room. Default 200, range 1..100000
 * @param maxStrangerRows rows of senders that have not proved who they are (a wrong password or key, plain CoAP), at each
 *     door; beyond, the oldest of them go. One such sender may have a fiftieth of them. Default 1000, range 50..1000000
 * @param maxRows rows in all; beyond, the oldest go, those of strangers first. Default 100000, range 100..10000000
 * @param maxInFlight dead letters accepted and not yet durable; an append beyond fails. Default 65536, range 100..1048576
 */
public record DeadLetterConfig(Duration keep, int maxPerSender, int maxStrangerRows, int maxRows, int maxInFlight) {
    private static final int SENDERS_PER_DOOR = 50;

    /** The defaults. */
    public static DeadLetterConfig defaults() {
        return new DeadLetterConfig(Duration.ofDays(30), 200, 1_000, 100_000, 65_536);
    }

    /** Reads the section {@code deadLetters}; faults go to {@code problems}. */
    public static DeadLetterConfig from(Settings deadLetters, Problems problems) {
        DeadLetterConfig d = defaults();
        return new DeadLetterConfig(
                deadLetters.duration("keep", d.keep, Duration.ofHours(1), Duration.ofDays(3650), problems),
                deadLetters.integer("maxPerSender", d.maxPerSender, 1, 100_000, problems),
                deadLetters.integer("maxStrangerRows", d.maxStrangerRows, 50, 1_000_000, problems),
                deadLetters.integer("maxRows", d.maxRows, 100, 10_000_000, problems),
                deadLetters.integer("maxInFlight", d.maxInFlight, 100, 1_048_576, problems));
    }

    /** Rows of one sender that has not proved who it is. */
    int maxPerStranger() {
        return Math.min(maxPerSender, Math.max(1, maxStrangerRows / SENDERS_PER_DOOR));
    }
}
