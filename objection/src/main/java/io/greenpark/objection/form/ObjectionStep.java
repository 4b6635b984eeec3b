package io.greenpark.objection.form;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an objection.
 *
 * @param number 1, 2, 3 ...
 * @param who {@link #PLATFORM} for what the platform did
 * @param words that went with it; null where there were none
 */
public record ObjectionStep(
        int number,
        Instant at,
        String who,
        Kind kind,
        @Nullable String words) {
    /** The platform itself. */
    public static final String PLATFORM = "greenpark";

    /** What it was. Names are in the books. */
    public enum Kind {
        FILED,
        REMINDED,
        OVERDUE,
        UPHELD,
        PARTLY,
        REJECTED,
        WITHDRAWN,
        /** What the month that was wrong awaited has come in. */
        CORRECTED
    }
}
