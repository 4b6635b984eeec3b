package io.greenpark.dashboards.auth;

import org.jspecify.annotations.Nullable;

/**
 * What a session's cookie says of its account.
 *
 * @param stamp of the account when the session was opened; another one has ended it
 * @param way how its person came in
 */
record SessionUser(String name, String stamp, Way way) {
    private static final char BETWEEN = '\n';

    /** How somebody came in. */
    enum Way {
        /** With the password, which may have to be changed, and a second factor where one is needed. */
        PASSWORD,
        /** By somebody else's page, to which both are left. */
        OUTSIDE
    }

    /** From the cookie's text; null where there is none, or one of a version that had no stamps. */
    static @Nullable SessionUser of(@Nullable String text) {
        int at = text == null ? -1 : text.indexOf(BETWEEN);
        if (text == null || at < 0) {
            return null;
        }
        String rest = text.substring(at + 1);
        String outside = BETWEEN + Way.OUTSIDE.name();
        return rest.endsWith(outside)
                ? new SessionUser(
                        text.substring(0, at), rest.substring(0, rest.length() - outside.length()), Way.OUTSIDE)
                : new SessionUser(text.substring(0, at), rest, Way.PASSWORD);
    }

    String text() {
        return name + BETWEEN + stamp + (way == Way.OUTSIDE ? BETWEEN + way.name() : "");
    }
}
