package io.greenpark.alerts.cases;

import io.greenpark.park.text.Bilingual;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case.
 *
 * @param number 1, 2, 3 ... within the case
 * @param by who did it; {@link #PLATFORM} for the platform itself
 * @param comment what was said; null for the platform's own events
 * @param text what the case said after this event, in both languages; null where the event left it as it was
 * @param owner the account whose the case is after an event that says so; null otherwise
 * @param office the office it was left to; null otherwise
 */
public record CaseEvent(
        int number,
        Kind kind,
        Instant at,
        String by,
        @Nullable String comment,
        @Nullable Bilingual text,
        @Nullable String owner,
        @Nullable String office) {
    /** One that does not say whose the case is. */
    public CaseEvent(int number, Kind kind, Instant at, String by, @Nullable String comment, @Nullable Bilingual text) {
        this(number, kind, at, by, comment, text, null, null);
    }

    CaseEvent withText(Bilingual other) {
        return new CaseEvent(number, kind, at, by, comment, other, owner, office);
    }

    /** The author of the platform's own events. */
    public static final String PLATFORM = "greenpark";

    public enum Kind {
        /** Noted from late data a day or more after it was over; no notification is sent. */
        RECORDED,
        RAISED,
        /** The figure moved further beyond the limit by the rule's step. */
        WORSENED,
        /** Late or corrected data changed what had been said. */
        AMENDED,
        ACKNOWLEDGED,
        /** It is somebody's to see to from then on. */
        ASSIGNED,
        /** It is nobody's any more. */
        GIVEN_BACK,
        CLEARED,
        /** Late or corrected data made the case untrue. */
        WITHDRAWN;

        /** Whether it says whose the case is: a matter of the office, not of what the case is about. */
        public boolean ofOwner() {
            return this == ASSIGNED || this == GIVEN_BACK;
        }
    }
}
