package io.greenpark.cleanproduction.round;

import io.greenpark.park.cleanproduction.AuditStep;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not entered.
 *
 * @param step the step that is in the way, or that it is about; null where there is none
 * @param day the day that it is held against; null where there is none
 */
public record EntryRefusal(
        Kind kind, @Nullable AuditStep step, @Nullable LocalDate day) {
    public enum Kind {
        /** Something was entered meanwhile. */
        STALE,
        /** The day has not come. */
        IN_THE_FUTURE,
        /** A step of the authority needs the document that says so. */
        NO_PAPER,
        /** The enterprise is listed already, and the audit runs. */
        ROUND_RUNS,
        /** No audit runs. */
        NOT_LISTED,
        /** Audits of the register have no such step. */
        NOT_OF_REGISTER,
        /** The step is entered already. */
        TAKEN,
        /** Another step comes first. */
        FIRST,
        /** The day lies before that of a step that comes first. */
        BEFORE,
        /** There is no such entry. */
        NO_ENTRY,
        /** The entry was taken back before. */
        UNDONE,
        /** A later step rests on it. */
        LATER_FIRST
    }
}
