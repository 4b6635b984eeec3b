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
 * @param password hash; null while none was chosen
 * @param fileMs age of {@code credentials/console} as of when its password was taken; null for all accounts but the first
 */
record AccountRow(
        String userName,
        Person person,
        State state,
        Set<Grant> grants,
        @Nullable String password,
        boolean mustChangePassword,
        String stamp,
        long version,
        Created created,
        @Nullable Instant passwordAt,
        @Nullable Long fileMs) {
    UserAccount account() {
        return new UserAccount(
                userName,
                person,
                state,
                grants,
                mustChangePassword,
                password != null,
                fileMs != null,
                version,
                created);
    }

    /** With another person, other grants or another state. */
    AccountRow with(Person otherPerson, Set<Grant> otherGrants, State otherState) {
        return new AccountRow(
                userName,
                otherPerson,
                otherState,
                otherGrants,
                password,
                mustChangePassword,
                stamp,
                version + 1,
                created,
                passwordAt,
                fileMs);
    }

    /** With a stamp that ends all sessions. */
    AccountRow stamped(String other) {
        return new AccountRow(
                userName,
                person,
                state,
                grants,
                password,
                mustChangePassword,
                other,
                version,
                created,
                passwordAt,
                fileMs);
    }

    /** With another hash. */
    AccountRow hashed(String hash, boolean mustChange, Instant at) {
        return new AccountRow(
                userName, person, state, grants, hash, mustChange, stamp, version + 1, created, at, fileMs);
    }

    /** The first account, with the age of the file that its password was taken from; null makes it one like any other. */
    AccountRow filed(@Nullable Long changedMs) {
        return new AccountRow(
                userName,
                person,
                state,
                grants,
                password,
                mustChangePassword,
                stamp,
                version,
                created,
                passwordAt,
                changedMs);
    }

    /** Names the account and nothing to attack. */
    @Override
    public String toString() {
        return "account " + userName;
    }
}
