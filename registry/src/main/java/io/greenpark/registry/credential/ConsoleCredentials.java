package io.greenpark.registry.credential;

/** Accounts of people and scripts. Any thread may call; comparison takes constant time. */
public interface ConsoleCredentials {
    /** Whether this is a console account and its password. Slow by design: keep it off event loops. */
    boolean signIn(String userName, String password);

    /** Whether there is such a console account. */
    boolean knows(String userName);

    /** Whether this is the API's bearer token. */
    boolean bearer(String token);

    /** A secret that session cookies are signed with: the same after a restart, another with another account or password. */
    byte[] sessionKey();
}
