package io.greenpark.dashboards.auth;

/** The result of an attempt to sign in. */
public sealed interface SignInResult {
    /** Signed in; the cookie is set. */
    record SignedIn(Caller caller) implements SignInResult {}

    /** Unknown account or wrong password. */
    record Rejected() implements SignInResult {}

    /** Too many failures; try again after {@code seconds}. */
    record Throttled(long seconds) implements SignInResult {}
}
