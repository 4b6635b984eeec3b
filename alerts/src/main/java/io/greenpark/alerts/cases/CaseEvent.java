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
 * @param internal whether it is a step of the authority that it alone reads
 * @param account the account that answers for a step of people, where that is on record; null otherwise
 */
public record CaseEvent(
        int number,
        Kind kind,
        Instant at,
        String by,
        @Nullable String comment,
        @Nullable Bilingual text,
        @Nullable String owner,
        @Nullable String office,
        boolean internal,
        @Nullable String account) {
    /** One that does not say whose the case is. */
    public CaseEvent(int number, Kind kind, Instant at, String by, @Nullable String comment, @Nullable Bilingual text) {
        this(number, kind, at, by, comment, text, null, null, false, null);
    }

    /** One that may say so, for everybody to read. */
    public CaseEvent(
            int number,
            Kind kind,
            Instant at,
            String by,
            @Nullable String comment,
            @Nullable Bilingual text,
            @Nullable String owner,
            @Nullable String office) {
        this(number, kind, at, by, comment, text, owner, office, false, null);
    }

    CaseEvent withText(Bilingual other) {
        return new CaseEvent(number, kind, at, by, comment, other, owner, office, internal, account);
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
        WITHDRAWN,
        /** It lasted, or was left unanswered, so long that the enterprise is told, too. */
        ESCALATED_TO_ENTERPRISE,
        /** The same of the authority. */
        ESCALATED_TO_OFFICE,
        /** It was told to the park's contacts. */
        ESCALATED_TO_PARK,
        /** The authority sent it to the enterprise. */
        PUSHED,
        /** The enterprise said what it was and what it does about it. */
        ANSWERED,
        /** The authority wants another answer. */
        RETURNED,
        /** The authority looked into it. */
        VERIFIED,
        /** The authority told the enterprise to put it right, or, after a review, to go on doing so. */
        RECTIFICATION_ORDERED,
        /** The enterprise says that it is put right. */
        RECTIFIED,
        /** The authority found it put right. */
        REVIEWED,
        /** It was handed to another office. */
        TRANSFERRED,
        /** One person declared it untrue. */
        DECLARED_MISREPORT,
        /** People ended it. */
        CLOSED,
        /** It is to be handled again. */
        REOPENED,
        /** There is more time. */
        EXTENDED,
        /** Somebody said something. */
        COMMENTED,
        /** Files were added. */
        FILES_ADDED,
        /** A term passed. */
        OVERDUE,
        /** It became graver or less grave. */
        LEVEL_CHANGED;

        /** Whether it tells of what people do about the case, or of a term or level of that. */
        public boolean ofHandling() {
            return switch (this) {
                case RECORDED,
                        RAISED,
                        WORSENED,
                        AMENDED,
                        CLEARED,
                        WITHDRAWN,
                        ESCALATED_TO_ENTERPRISE,
                        ESCALATED_TO_OFFICE,
                        ESCALATED_TO_PARK -> false;
                case ASSIGNED, GIVEN_BACK -> false;
                case ACKNOWLEDGED, PUSHED, ANSWERED, RETURNED, VERIFIED, RECTIFICATION_ORDERED, RECTIFIED, REVIEWED ->
                    true;
                case TRANSFERRED, DECLARED_MISREPORT, CLOSED, REOPENED, EXTENDED, COMMENTED, FILES_ADDED -> true;
                case OVERDUE, LEVEL_CHANGED -> true;
            };
        }

        /** Whether it says whose the case is: a matter of the office, not of what the case is about. */
        public boolean ofOwner() {
            return this == ASSIGNED || this == GIVEN_BACK;
        }
    }
}
