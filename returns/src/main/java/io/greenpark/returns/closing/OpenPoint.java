package io.greenpark.returns.closing;

import org.jspecify.annotations.Nullable;

/**
 * Something that is open when a month is about to be closed. It does not forbid to close; whoever closes says why.
 *
 * @param enterprise whose; null for the park
 * @param point the meter; null where it is none
 * @param detail see {@link Kind}; null where there is nothing more to say
 */
public record OpenPoint(
        Kind kind,
        @Nullable String enterprise,
        @Nullable String point,
        @Nullable String detail) {
    /** What is open. */
    public enum Kind {
        /** An enterprise that is metered, or whose return is expected, has no value added for the month. */
        NO_STATISTIC,
        /** A return is begun, or expected, and not accepted. Detail: its state. */
        RETURN_NOT_ACCEPTED,
        /** Less is measured than a judgement needs. Detail: whole percent measured. */
        INCOMPLETE,
        /** A boundary meter has gaps. Detail: hours without readings, rounded down, at least 1. */
        METER_GAP,
        /** Something about a meter waits for a person's decision. Detail: its kind. */
        FINDING,
        /** An earlier month is open, after the first that was ever closed. Detail: the month. */
        EARLIER_MONTH_OPEN,
        /** January is reported with February, which is not over. */
        JANUARY_WITH_FEBRUARY,
        /** Readings of the month have come in and are not booked. */
        NOT_BOOKED,
        /** The enterprise objects to something of the month and nobody has decided yet. Detail: the objection's number. */
        OBJECTION
    }
}
