package io.greenpark.ingest.coap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The diagnostic payload of an answer (RFC 7252, 5.5.2): a short sentence for the maker of a device. */
final class Diagnostic {
    /** Fits into one block of the size that this door prefers, so that no device has to fetch it piece by piece. */
    static final int LONGEST = 480;

    private Diagnostic() {}

    /** UTF-8, without control characters, cut where a character ends. */
    static byte[] of(String sentence) {
        StringBuilder clean = new StringBuilder(sentence.length());
        sentence.codePoints().forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        byte[] bytes = clean.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST) {
            return bytes;
        }
        int end = LONGEST;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }
}
