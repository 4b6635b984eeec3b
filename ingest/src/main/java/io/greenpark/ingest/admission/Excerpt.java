package io.greenpark.ingest.admission;

import java.nio.charset.StandardCharsets;

/** The beginning of a message as a dead letter keeps it. */
public final class Excerpt {
    /** The longest excerpt, in bytes. */
    public static final int MAX_BYTES = 1_024;

    private Excerpt() {}

    /** The first bytes of a message as text; bytes that are not UTF-8 become replacement characters. */
    public static String of(byte[] payload, int offset, int length) {
        return new String(payload, offset, Math.min(length, MAX_BYTES), StandardCharsets.UTF_8);
    }

    public static String of(byte[] payload) {
        return of(payload, 0, payload.length);
    }
}
