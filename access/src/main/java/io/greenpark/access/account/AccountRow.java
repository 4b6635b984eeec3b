package io.greenpark.access.account;

import io.greenpark.access.account.UserAccount.Created;
import io.greenpark.access.account.UserAccount.Person;
import io.greenpark.access.account.UserAccount.State;
import io.greenpark.park.viewer.Grant;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is kept, with what proves who somebody is.
 *
 * @param fileMs age of {@code credentials/console} as of when its password was taken; null for all accounts but the first
 */
record AccountRow(
        String userName,
        Person person,
        State state,
        Set<Grant> grants,
        KeptPassword kept,
        String stamp,
        long version,
        Created created,
        @Nullable Long fileMs) {

    /**
     * What is kept of a password.
     *
     * @param hash null while none was chosen
     * @param mustChange whether somebody else has seen it
     * @param at when it was hashed; null of those of earlier versions
     */
    record KeptPassword(
            @Nullable String hash,
            boolean mustChange,
            @Nullable Instant at) {
        static final KeptPassword NONE = new KeptPassword(null, false, null);
    }

    @Nullable
    String password() {
        return kept.hash();
    }

    boolean mustChangePassword() {
        return kept.mustChange();
    }

    UserAccount account() {
        return new UserAccount(
                userName,
                person,
                state,
                grants,
                kept.mustChange(),
                kept.hash() != null,
                fileMs != null,
                version,
                created);
    }

    /** With another person, other grants or another state. */
    AccountRow with(Person other, Set<Grant> otherGrants, State otherState) {
        return new AccountRow(userName, other, otherState, otherGrants, kept, stamp, version + 1, created, fileMs);
    }

    /** With a stamp that ends all sessions. */
    AccountRow stamped(String other) {
        return new AccountRow(userName, person, state, grants, kept, other, version, created, fileMs);
    }

    /** With another hash. */
    AccountRow hashed(String hash, boolean mustChange, Instant at) {
        KeptPassword other = new KeptPassword(hash, mustChange, at);
        return new AccountRow(userName, person, state, grants, other, stamp, version + 1, created, fileMs);
    }

    /** The first account, with the age of the file that its password was taken from; null makes it one like any other. */
    AccountRow filed(@Nullable Long changedMs) {
        return new AccountRow(userName, person, state, grants, kept, stamp, version, created, changedMs);
    }

    /** Names the account and nothing to attack. */
    @Override
    public String toString() {
        return "account " + userName;
    }
}
