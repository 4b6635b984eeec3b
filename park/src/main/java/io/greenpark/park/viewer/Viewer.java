package io.greenpark.park.viewer;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Who is looking.
 *
 * @param person the account's name, or the id of a program's key; what acts are recorded under
 * @param account the account that answers for it: where two people are needed, these are two of them
 * @param grants what the person may do, and where
 */
public record Viewer(String person, String account, Set<Grant> grants) {
    public Viewer {
        grants = Set.copyOf(grants);
    }

    /** A person. */
    public Viewer(String person, Set<Grant> grants) {
        this(person, person, grants);
    }

    /** Somebody who may do everything everywhere, as whoever looks at a demo. */
    public static Viewer ofAll(String person) {
        return new Viewer(
                person,
                Set.of(
                        Grant.everywhere(Role.OFFICER),
                        Grant.everywhere(Role.OPERATOR),
                        Grant.everywhere(Role.ACCOUNT_ADMINISTRATOR)));
    }

    /** Whether the person has a role, wherever. */
    public boolean is(Role role) {
        return grants.stream().anyMatch(g -> g.role() == role);
    }

    /** Where the person has any of these roles; empty where nowhere. */
    public Optional<Scope> scopeOf(Collection<Role> roles) {
        return grants.stream()
                .filter(g -> roles.contains(g.role()))
                .map(Grant::scope)
                .reduce(Scope::and);
    }
}
