package io.greenpark.alerts.handling;

import io.greenpark.park.viewer.Role;
import java.util.Set;

/**
 * Who acts on a case.
 *
 * @param person what the act is recorded under: the account's name, or the id of a program's key
 * @param account the account that answers for it
 * @param roles of the office, those with which that one may act on this case; empty on the enterprise's side
 */
public record Actor(Side side, String person, String account, Set<Role> roles) {
    public Actor {
        roles = Set.copyOf(roles);
    }

    /** Somebody of the office. */
    public static Actor ofOffice(String person, String account, Set<Role> roles) {
        return new Actor(Side.OFFICE, person, account, roles);
    }

    /** Somebody of the enterprise. */
    public static Actor ofEnterprise(String person, String account) {
        return new Actor(Side.ENTERPRISE, person, account, Set.of());
    }

    /** Whether it is a program by its key, and no person. */
    public boolean program() {
        return !person.equals(account);
    }
}
