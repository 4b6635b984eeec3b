package io.greenpark.dashboards.auth;

import org.jspecify.annotations.Nullable;

/**
 * What a session's cookie says of its account.
 *
 * @param stamp of the account when the session was opened; another one has ended it
 */
record SessionUser(String name, String stamp) {
    private static final char BETWEEN = '\n';

    /** From the cookie's text; null where there is none, or one of a version that had no stamps. */
    static @Nullable SessionUser of(@Nullable String text) {
        int at = text == null ? -1 : text.indexOf(BETWEEN);
        return text == null || at < 0 ? null : new SessionUser(text.substring(0, at), text.substring(at + 1));
    }

    String text() {
        return name + BETWEEN + stamp;
    }
}
