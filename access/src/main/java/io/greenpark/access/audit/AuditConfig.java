package io.greenpark.access.audit;

import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Settings of the audit log, section {@code auditLog}.
 *
 * @param keep how long entries and looks are kept. Default 1096 d, which is three years, range 184 d..36500 d
 */
public record AuditConfig(Duration keep) {
    private static final Duration SHORTEST = Duration.ofDays(AuditLog.SHORTEST_DAYS);
    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** The defaults. */
    public static AuditConfig defaults() {
        return new AuditConfig(Duration.ofDays(1096));
    }

    /** Reads the section {@code auditLog}; faults go to {@code problems}. */
    public static AuditConfig from(Settings auditLog, Problems problems) {
        return new AuditConfig(auditLog.value("keep", accepted(), defaults().keep, problems));
    }

    /** Whoever asks for less is told why not. */
    private static Accepted<Duration> accepted() {
        Accepted<Duration> range = Accepted.duration(SHORTEST, LONGEST, defaults().keep);
        return new Accepted<>(
                range.words() + "; the Cybersecurity Law (网络安全法) wants such logs kept for six months or longer",
                range.parser());
    }

    static void refuseTooYoung(Instant before, Clock clock) {
        Instant latest = clock.instant().minus(SHORTEST);
        if (before.isAfter(latest)) {
            throw new IllegalArgumentException("audit log: cutting off what is older than " + before
                    + " is not allowed; accepted: a time at least " + SHORTEST.toDays() + " days ago, which is "
                    + latest
                    + " or earlier");
        }
    }
}
