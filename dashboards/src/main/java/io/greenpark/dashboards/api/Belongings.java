package io.greenpark.dashboards.api;

import io.greenpark.access.account.ApiKey;
import io.greenpark.access.account.UserAccount;
import io.greenpark.access.account.UserAccount.State;
import io.greenpark.access.account.UserAccounts;
import io.greenpark.access.deputy.DeputyTable;
import io.greenpark.access.deputy.Deputyship;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseOwners;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.registry.review.ReviewTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answers for, which is nobody's when that account is closed.
 *
 * @param cases open cases that the account sees to
 * @param named what the account is named for
 * @param deputyships that are not over, in which it is on one side
 */
record Belongings(
        List<ApiKey> keys, List<Long> reviews, List<Case> cases, List<Named> named, List<Deputyship> deputyships) {
    /** Roles that somebody has for something by name, and answers for it. */
    private static final Set<Role> NAMED_ROLES = EnumSet.of(
            Role.OFFICER, Role.GRID_OFFICER, Role.ENTERPRISE_CONTACT, Role.SEWAGE_PLANT_OPERATOR, Role.MAINTAINER);

    /**
     * Something that an account is named for in one of its roles.
     *
     * @param enterprise that it is, or is of; null where it is a park
     * @param park that it is, or lies in
     * @param part it alone
     * @param others how many open accounts have the role for it, too
     */
    record Named(
            Role role,
            ScopeChoices.Kind kind,
            String id,
            @Nullable String enterprise,
            @Nullable String park,
            Scope part,
            long others) {}

    /** What of it there is now. */
    static Belongings of(ConsoleSources sources, UserAccount account, Instant now) {
        String name = account.userName();
        return sources.books()
                .read(handle -> new Belongings(
                        sources.identities().keys().of(name),
                        ReviewTable.openOf(handle, name),
                        CaseOwners.openOf(handle, name),
                        named(sources.registry().current(), sources.identities().accounts(), account),
                        DeputyTable.openOf(handle, name, now)));
    }

    /** Whether closing the account would leave something to nobody. */
    boolean isOrphaned() {
        return !keys.isEmpty()
                || !reviews.isEmpty()
                || !cases.isEmpty()
                || !deputyships.isEmpty()
                || named.stream().anyMatch(n -> n.others() == 0);
    }

    private static List<Named> named(Registry registry, UserAccounts accounts, UserAccount account) {
        List<Named> named = new ArrayList<>();
        for (Grant grant : account.grants()) {
            if (NAMED_ROLES.contains(grant.role()) && !grant.scope().district()) {
                named.addAll(named(registry, accounts, account, grant));
            }
        }
        named.sort(Comparator.comparing(Named::role).thenComparing(Named::kind).thenComparing(Named::id));
        return named;
    }

    /** What the registry does not have any more needs nobody. */
    private static List<Named> named(Registry registry, UserAccounts accounts, UserAccount account, Grant grant) {
        List<Named> named = new ArrayList<>();
        Role role = grant.role();
        for (String id : grant.scope().parks()) {
            if (registry.park(id).isPresent()) {
                Scope part = Scope.parks(Set.of(id));
                named.add(new Named(
                        role,
                        ScopeChoices.Kind.PARK,
                        id,
                        null,
                        id,
                        part,
                        others(registry, accounts, account, role, part)));
            }
        }
        for (String id : grant.scope().enterprises()) {
            add(
                    named,
                    registry,
                    accounts,
                    account,
                    role,
                    ScopeChoices.Kind.ENTERPRISE,
                    id,
                    id,
                    Scope.enterprises(Set.of(id)));
        }
        for (String id : grant.scope().outlets()) {
            String whose = registry.outlet(id).map(Outlet::enterpriseId).orElse("");
            add(
                    named,
                    registry,
                    accounts,
                    account,
                    role,
                    ScopeChoices.Kind.OUTLET,
                    id,
                    whose,
                    Scope.outlets(Set.of(id)));
        }
        for (String id : grant.scope().devices()) {
            String whose = registry.device(id).map(Device::enterpriseId).orElse("");
            add(
                    named,
                    registry,
                    accounts,
                    account,
                    role,
                    ScopeChoices.Kind.DEVICE,
                    id,
                    whose,
                    Scope.devices(Set.of(id)));
        }
        return named;
    }

    private static void add(
            List<Named> named,
            Registry registry,
            UserAccounts accounts,
            UserAccount account,
            Role role,
            ScopeChoices.Kind kind,
            String id,
            String enterprise,
            Scope part) {
        registry.enterprise(enterprise)
                .ifPresent(whose -> named.add(new Named(
                        role,
                        kind,
                        id,
                        enterprise,
                        whose.parkId(),
                        part,
                        others(registry, accounts, account, role, part))));
    }

    private static long others(Registry registry, UserAccounts accounts, UserAccount account, Role role, Scope part) {
        return accounts.all().stream()
                .filter(other ->
                        other.state() == State.OPEN && !other.userName().equals(account.userName()))
                .filter(other -> other.viewer()
                        .scopeOf(Set.of(role))
                        .filter(scope -> scope.covers(part, registry))
                        .isPresent())
                .count();
    }
}
