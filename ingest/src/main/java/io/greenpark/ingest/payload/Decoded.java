package io.greenpark.ingest.payload;

import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.text.Bilingual;
import java.util.List;

/** What a decoder made of a payload. Bad input is a value here: decoders do not throw for it. */
public sealed interface Decoded {
    /**
     * The payload could be read; single values in it may still be unreadable.
     *
     * @param items at least one, in the order sent
     */
    record Accepted(List<Telemetry> items) implements Decoded {}

    /**
     * Nothing of the payload could be used.
     *
     * @param reason {@link RejectReason#MALFORMED} or {@link RejectReason#TOO_LARGE}
     * @param detail a sentence that says what is wrong, where, and what is expected
     */
    record Rejected(RejectReason reason, Bilingual detail) implements Decoded {}
}
