package io.greenpark.access.account;

import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Viewer;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account of a person.
 *
 * @param userName what the person signs in with; never given to another one, as acts are on record under it
 * @param grants what the person may do, and where
 * @param mustChangePassword whether somebody else has seen the password, so that another is to be chosen first
 * @param hasPassword whether one can sign in with a password
 * @param first whether it is the account of {@code credentials/console}, whose password the operator can set there
 * @param version grows with every change; whoever edits names the one he has seen
 */
public record UserAccount(
        String userName,
        Person person,
        State state,
        Set<Grant> grants,
        boolean mustChangePassword,
        boolean hasPassword,
        boolean first,
        long version,
        Created created) {
    public UserAccount {
        grants = Set.copyOf(grants);
    }

    /** Whether one can sign in; an account is closed, never removed. */
    public enum State {
        OPEN,
        CLOSED
    }

    /**
     * Whose account it is.
     *
     * @param email where invitations and notices go; null if not known
     * @param phone null if not known
     */
    public record Person(
            String fullName,
            @Nullable String email,
            @Nullable String phone) {}

    /** Since when there is an account, and who made it. */
    public record Created(Instant at, String by) {}

    /** The person as who is looking. */
    public Viewer viewer() {
        return new Viewer(userName, grants);
    }
}
