package io.greenpark.access.audit;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Texts as every database gives them back exactly: what is hashed must be what is read, wherever the books are moved. */
final class AuditText {
    /** PostgreSQL has no room for longer ones in an index. Whoever tries to sign in may send any name. */
    private static final int MOST_OF_A_NAME = 300;

    private AuditText() {}

    /** A name of something: it is cut where it is too long to be one. */
    static String name(String text) {
        return plain(text.length() <= MOST_OF_A_NAME ? text : text.substring(0, MOST_OF_A_NAME - 1) + "…");
    }

    /** A text of any length. */
    static String plain(String text) {
        // Half a surrogate pair has no UTF-8, and a NUL is what PostgreSQL does not take.
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    static @Nullable String plainOrNull(@Nullable String text) {
        return text == null ? null : plain(text);
    }
}
