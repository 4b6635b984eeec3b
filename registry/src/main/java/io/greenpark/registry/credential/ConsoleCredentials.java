package io.greenpark.registry.credential;

import java.util.Optional;

/** Accounts of people and scripts. Any thread may call; comparison takes constant time. */
public interface ConsoleCredentials {
    /** Learns the right password from where the operator keeps it, if he does. As slow as {@link #signIn}. */
    void learn();

    /**
     * Whether this is a console account and its password, if that can be told in no time: once the right one is known to this
     * process; empty until then.
     */
    Optional<Boolean> signInAtOnce(String userName, String password);

    /** The same, for which a hash may have to be computed that is slow by design: keep it off event loops. */
    boolean signIn(String userName, String password);

    /** Whether there is such a console account. */
    boolean knows(String userName);

    /** Whether this is the API's bearer token. */
    boolean bearer(String token);

    /** A secret that session cookies are signed with: the same after a restart, another with another account or password. */
    byte[] sessionKey();
}
