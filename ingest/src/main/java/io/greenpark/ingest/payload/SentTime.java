package io.greenpark.ingest.payload;

import io.greenpark.park.text.Bilingual;
import java.time.LocalDateTime;

/** The time of a payload's values, as sent. */
public sealed interface SentTime {
    /** No time was sent. */
    SentTime NONE = new None();

    /** No time was sent: the arrival counts where the kind of the point permits it. */
    record None() implements SentTime {}

    /** An instant, epoch milliseconds. */
    record At(long epochMs) implements SentTime {}

    /** A local time without a zone: the point's zone applies. */
    record Local(LocalDateTime dateTime) implements SentTime {}

    /**
     * Something that cannot be read as a time.
     *
     * @param detail a sentence: the text as sent, what is allowed
     */
    record Unreadable(Bilingual detail) implements SentTime {}
}
