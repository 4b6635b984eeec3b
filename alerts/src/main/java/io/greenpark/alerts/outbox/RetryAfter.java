package io.greenpark.alerts.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After} (RFC 9110, 10.2.3) where it states seconds; a date is left to our own pauses. */
public final class RetryAfter {
    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /** Null where the header is not there, or states no number of seconds. */
    public static @Nullable Duration seconds(@Nullable String header) {
        String text = header == null ? "" : header.strip();
        return text.isEmpty() || text.length() > MOST_DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? null
                : Duration.ofSeconds(Long.parseLong(text));
    }
}
