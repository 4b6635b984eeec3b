package io.greenpark.ingest.payload;

import io.greenpark.park.reading.Door;
import java.util.Set;

/**
 * A format in which devices send telemetry. A new format is a class that implements this and a line in {@code
 * PayloadFormats.standard()}. Stateless, for any thread.
 */
public interface PayloadFormat {
    /** The content types of this format, in lower case and without parameters, e.g. {@code application/json}. */
    Set<String> contentTypes();

    /**
     * Whether payloads of a topic are in this format although no content type says so. A topic that a door would not
     * take otherwise is taken when it is claimed, with {@link PayloadForm#GATEWAY}.
     *
     * @param topic the topic name, or the path of a request
     */
    default boolean claims(Door door, String topic) {
        return false;
    }

    /**
     * The format for the messages of a topic that it was chosen for; itself where topics make no difference.
     *
     * @param topic the topic name, or the path of a request
     */
    default PayloadFormat of(String topic) {
        return this;
    }

    /**
     * Decodes one payload. Bad input is a value of the result; nothing is thrown for it.
     *
     * @param payload holds the payload between {@code offset} and {@code offset + length}; reused by the caller
     *     afterwards
     */
    Decoded decode(byte[] payload, int offset, int length, PayloadForm form);
}
