package io.greenpark.dashboards.api;

import io.greenpark.access.account.Identities;
import io.greenpark.access.account.UserAccount;
import io.greenpark.access.account.UserAccount.State;
import io.greenpark.access.account.UserAccounts;
import io.greenpark.access.deputy.Deputies;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseFilter.Owner;
import io.greenpark.alerts.cases.CaseOwner;
import io.greenpark.alerts.desk.Receipts;
import io.greenpark.dashboards.source.CaseSight;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who sees to cases, and who is told who that is: people of an enterprise are told that the office sees to it, and not who of the office.
 */
final class CaseStaff {
    /** Who can be the one that a case is seen to by. */
    static final Set<Role> OWNERS = EnumSet.of(Role.OFFICER, Role.GRID_OFFICER);

    /** Stands for whoever of the office did something, where that one is not named. */
    static final String OFFICE_CODE = "office";

    static final Bilingual OFFICE = new Bilingual("主管部门", "the authority");

    /** People of the authority, and those who run the platform for it. */
    private static final Set<Role> STAFF = EnumSet.of(
            Role.OFFICER, Role.LEADER, Role.GRID_OFFICER, Role.OPERATOR, Role.ACCOUNT_ADMINISTRATOR, Role.AUDITOR);

    private final UserAccounts accounts;
    private final Deputies deputies;

    CaseStaff(Identities identities) {
        this.accounts = identities.accounts();
        this.deputies = identities.deputies();
    }

    /** Whether somebody is told the names of those who see to cases. */
    static boolean isStaff(Viewer viewer) {
        return viewer.grants().stream().anyMatch(grant -> STAFF.contains(grant.role()));
    }

    /** Open accounts that can own cases. */
    List<UserAccount> owners() {
        return accounts.all().stream()
                .filter(account -> account.state() == State.OPEN
                        && partOf(account.viewer()).isPresent())
                .toList();
    }

    /** The part of the district of which somebody may see to cases; empty for none. */
    static Optional<Scope> partOf(Viewer viewer) {
        return viewer.scopeOf(OWNERS);
    }

    /** Whether somebody may see a case and act on it. */
    static boolean mayOwn(Viewer viewer, Case c, Registry registry) {
        return partOf(viewer)
                .filter(part -> CaseSight.covers(part, c, registry))
                .isPresent();
    }

    /** Whether somebody may stand in for another: sees to all that the other one may. */
    static boolean mayStandInFor(Viewer deputy, Viewer principal, Registry registry) {
        Scope part = partOf(deputy).orElse(null);
        return part != null
                && partOf(principal)
                        .filter(whole -> part.covers(whole, registry))
                        .isPresent();
    }

    /** Whose cases are somebody's: his own, and those of whom he stands in for now. */
    Set<String> accountsOf(Viewer viewer) {
        Set<String> all = new HashSet<>(deputies.principalsOf(viewer.account()));
        all.add(viewer.account());
        return all;
    }

    /** Cases of whoever asks. */
    Owner mine(Viewer viewer) {
        return Owner.of(accountsOf(viewer));
    }

    /** Cases of nobody: those of an account that is closed are nobody's. */
    Owner nobodys(Viewer viewer) {
        Set<String> open = accounts.all().stream()
                .filter(account -> account.state() == State.OPEN)
                .map(UserAccount::userName)
                .collect(Collectors.toCollection(HashSet::new));
        open.add(viewer.account());
        return Owner.none(open);
    }

    /** What a person is called; the user name where there is no such account. */
    String nameOf(String userName) {
        return accounts.find(userName).map(a -> a.person().fullName()).orElse(userName);
    }

    /** Who did something, as somebody is told it: to people of an enterprise whoever is of the office is {@link #OFFICE_CODE}. */
    @Nullable
    String shown(@Nullable String person, Viewer viewer) {
        if (person == null || isStaff(viewer) || person.equals(viewer.person())) {
            return person;
        }
        if (person.equals(Receipts.OFFICE)) {
            return OFFICE_CODE;
        }
        boolean ofOffice =
                accounts.find(person).filter(a -> isStaff(a.viewer())).isPresent();
        return ofOffice ? OFFICE_CODE : person;
    }

    /** Who sees to a case, as somebody is told it; null for nobody. */
    @Nullable
    Bilingual words(@Nullable CaseOwner owner, Viewer viewer) {
        if (owner == null) {
            return null;
        }
        if (!isStaff(viewer)) {
            return OFFICE;
        }
        return Bilingual.same(owner.account() == null ? String.valueOf(owner.office()) : nameOf(owner.account()));
    }
}
