package io.greenpark.dashboards.api;

import io.greenpark.access.account.ApiKey;
import io.greenpark.access.account.UserAccount;
import io.greenpark.access.account.UserAccount.State;
import io.greenpark.access.account.UserAccounts;
import io.greenpark.access.deputy.DeputyTable;
import io.greenpark.access.deputy.Deputyship;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseOwners;
import io.greenpark.cleanproduction.desk.OwnerTable;
import io.greenpark.dashboards.source.ConsoleSources;
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
 * @param audits enterprises whose next step of clean production it sees to; left alone they are the office's in charge, so they hold nobody up
 */
record Belongings(
        List<ApiKey> keys,
        List<Long> reviews,
        List<Case> cases,
        List<Named> named,
        List<Deputyship> deputyships,
        List<String> audits) {
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
                        DeputyTable.openOf(handle, name, now),
                        OwnerTable.of(handle, name)));
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
        Scope scope = grant.scope();
        Adding adding = (kind, id, part, enterprise, park) -> named.add(new Named(
                grant.role(),
                kind,
                id,
                enterprise,
                park,
                part,
                others(registry, accounts, account, grant.role(), part)));
        scope.parks().stream()
                .filter(id -> registry.park(id).isPresent())
                .forEach(id -> adding.add(ScopeChoices.Kind.PARK, id, Scope.parks(Set.of(id)), null, id));
        scope.enterprises().forEach(id -> registry.enterprise(id)
                .ifPresent(e ->
                        adding.add(ScopeChoices.Kind.ENTERPRISE, id, Scope.enterprises(Set.of(id)), id, e.parkId())));
        scope.outlets().forEach(id -> registry.outlet(id)
                .flatMap(outlet -> registry.enterprise(outlet.enterpriseId()))
                .ifPresent(
                        e -> adding.add(ScopeChoices.Kind.OUTLET, id, Scope.outlets(Set.of(id)), e.id(), e.parkId())));
        scope.devices().forEach(id -> registry.device(id)
                .flatMap(device -> registry.enterprise(device.enterpriseId()))
                .ifPresent(
                        e -> adding.add(ScopeChoices.Kind.DEVICE, id, Scope.devices(Set.of(id)), e.id(), e.parkId())));
        return named;
    }

    private interface Adding {
        void add(ScopeChoices.Kind kind, String id, Scope part, @Nullable String enterprise, String park);
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
