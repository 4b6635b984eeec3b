package io.greenpark.config.setting;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as people write them: {@code 30s}, {@code 15m}, {@code 1h}, {@code 1d}. */
public final class Durations {
    /** What is accepted, in words. */
    public static final String ACCEPTED = "a duration above 0 with its unit s, m, h or d, e.g. 15m";

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(s|m|h|d)");

    private Durations() {}

    /** Null if it is not {@link #ACCEPTED}. */
    public static @Nullable Duration parse(String text) {
        Matcher m = DURATION.matcher(text);
        if (!m.matches()) {
            return null;
        }
        long n = Long.parseLong(m.group(1));
        Duration d =
                switch (m.group(2)) {
                    case "s" -> Duration.ofSeconds(n);
                    case "m" -> Duration.ofMinutes(n);
                    case "h" -> Duration.ofHours(n);
                    default -> Duration.ofDays(n);
                };
        return d.isZero() ? null : d;
    }
}
