package io.greenpark.alerts.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a case stands with whoever is to take note of it.
 *
 * @param by who took note; null where nobody did, or where somebody did more without it
 * @param at when that was; null likewise
 */
public record Receipt(
        Standing standing, @Nullable String by, @Nullable Instant at) {
    /** Whether there is anything to take note of. */
    public enum Standing {
        /** It can be acknowledged. */
        OPEN,
        /** It was, by this very press. */
        DONE,
        /** It was before; nothing changed. */
        ALREADY,
        /** The alert was withdrawn; nothing is to be done. */
        WITHDRAWN,
        /** The case is closed; nothing is to be done. */
        CLOSED
    }

    static Receipt of(Standing standing) {
        return new Receipt(standing, null, null);
    }
}
