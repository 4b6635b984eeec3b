package io.greenpark.ingest.payload;

import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.text.Bilingual;

/** One value of a payload: readable, or with the reason why it is not. */
public sealed interface SentValue {
    /** The key as sent. */
    String key();

    /**
     * A readable value.
     *
     * @param value finite, in the unit of its point
     * @param flag the flag sent with it; {@link Flag#NORMAL} if none was
     */
    record Readable(String key, double value, Flag flag) implements SentValue {}

    /**
     * A value that cannot be read.
     *
     * @param detail a sentence: the value as sent, what is allowed, what to do
     */
    record Unreadable(String key, RejectReason reason, Bilingual detail) implements SentValue {}
}
