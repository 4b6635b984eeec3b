package io.greenpark.access.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The newest entry at a moment. Noted outside the installation, it shows later that nothing up to it was changed or cut off, also by
 * somebody who could write every hash anew.
 *
 * @param number of the entry; 0 where there was none
 * @param hash of the entry
 */
public record AuditHead(long number, String hash) {
    /** The head of a log without entries. */
    static final AuditHead NONE = new AuditHead(0, EntryHash.NONE);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18}):([0-9a-fA-F]{64})");

    /** Reads what {@link #toString} wrote; empty if it is something else. */
    public static Optional<AuditHead> parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        return parts.matches()
                ? Optional.of(new AuditHead(
                        Long.parseLong(parts.group(1)), parts.group(2).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** {@code NUMBER:HASH}. */
    @Override
    public String toString() {
        return number + ":" + hash;
    }
}
