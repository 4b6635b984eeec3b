package io.greenpark.dashboards.auth;

/** The result of an attempt to sign in. */
public sealed interface SignInResult {
    /** Signed in; the cookie is set. */
    record SignedIn(Caller caller) implements SignInResult {}

    /** Unknown account or wrong password. */
    record Rejected() implements SignInResult {}

    /**
     * The password was right; a code is needed as well.
     *
     * @param wrong whether one was given, and was wrong
     */
    record CodeNeeded(boolean wrong) implements SignInResult {}

    /**
     * Too many failures; try again after {@code seconds}.
     *
     * @param codes whether it is codes of the app alone that are not taken from strangers for so long
     */
    record Throttled(long seconds, boolean codes) implements SignInResult {}
}
