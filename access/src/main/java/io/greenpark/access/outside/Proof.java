package io.greenpark.access.outside;

import org.jspecify.annotations.Nullable;

/**
 * Who somebody is elsewhere.
 *
 * @param issuer who says so
 * @param subject what the issuer calls the person for ever
 * @param userName by which an account of here can be found the first time; null where it is not to be
 * @param email the same by a mail address that the issuer has verified; null where it is not to be
 */
public record Proof(
        String issuer,
        String subject,
        @Nullable String userName,
        @Nullable String email) {
    /** What the person is called there, for the log. */
    public @Nullable String name() {
        return userName == null ? email : userName;
    }
}
