package io.greenpark.alerts.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a way fares on which people are told.
 *
 * @param delivered when something was last delivered; null where nothing was since this is noted
 * @param failing since when every attempt failed; null where the last one did not
 * @param failures how many attempts failed since then
 * @param error what the last one of them said; null where none did. It holds no secret
 */
public record RouteState(
        @Nullable Instant delivered,
        @Nullable Instant failing,
        long failures,
        @Nullable String error) {
    /** Nothing was tried. */
    public static final RouteState UNTRIED = new RouteState(null, null, 0, null);
}
