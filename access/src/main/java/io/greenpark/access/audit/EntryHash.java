package io.greenpark.access.audit;

import io.greenpark.config.digest.Sha256;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The hash of an entry, which another program can compute as well: SHA-256, in 64 lower-case hexadecimal digits, of these eleven fields
 * one directly after the other:
 *
 * <ol>
 *   <li>hash of the entry before; of the first one 64 zeros
 *   <li>number, in decimal digits
 *   <li>time, in milliseconds since 1970-01-01T00:00Z, in decimal digits
 *   <li>who
 *   <li>origin
 *   <li>action
 *   <li>kind
 *   <li>id
 *   <li>state before
 *   <li>state after
 *   <li>why
 * </ol>
 *
 * A field is written as the number of its UTF-8 bytes in decimal digits, a colon, and these bytes ({@code 2:li}, {@code 0:}); one that is
 * null as a hyphen ({@code -}). So each field says where it ends, and no two entries are written alike.
 */
public final class EntryHash {
    /** What the first entry follows. */
    public static final String NONE = "0".repeat(64);

    private EntryHash() {}

    /** The hash of an entry, whatever hash it has, after the hash of the one before. */
    public static String of(String previous, AuditEntry entry) {
        return Sha256.hex(encoded(previous, entry));
    }

    static String encoded(String previous, AuditEntry entry) {
        StringBuilder text = new StringBuilder();
        append(previous, text);
        append(Long.toString(entry.number()), text);
        append(Long.toString(entry.at().toEpochMilli()), text);
        append(entry.who(), text);
        append(entry.origin(), text);
        append(entry.action(), text);
        append(entry.kind(), text);
        append(entry.id(), text);
        append(entry.before(), text);
        append(entry.after(), text);
        append(entry.why(), text);
        return text.toString();
    }

    private static void append(@Nullable String field, StringBuilder text) {
        if (field == null) {
            text.append('-');
        } else {
            text.append(field.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(field);
        }
    }
}
