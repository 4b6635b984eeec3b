package io.greenpark.deploy.app;

import io.greenpark.access.account.Identities;
import io.greenpark.access.account.UserAccount;
import io.greenpark.access.account.UserAccounts;
import io.greenpark.access.deputy.Deputies;
import io.greenpark.access.deputy.Deputyship;
import io.greenpark.alerts.outbox.Maintainers;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Those who look after devices are the open accounts of maintainers with a mail address, and who stands in for whom is what deputyships say. Looked up for every step of a case, so what the books say is
 * kept for some seconds. Any thread may call.
 */
final class ContractedMaintainers implements Maintainers {
    private static final Set<Role> AUTHORITY = EnumSet.of(Role.LEADER, Role.OFFICER, Role.GRID_OFFICER, Role.AUDITOR);
    private static final Duration KEPT = Duration.ofSeconds(15);

    private final UserAccounts accounts;
    private final Deputies deputies;
    private final Clock clock;
    private volatile Known known = new Known(Instant.MIN, List.of(), List.of(), List.of());

    ContractedMaintainers(Identities identities, Clock clock) {
        this.accounts = identities.accounts();
        this.deputies = identities.deputies();
        this.clock = clock;
    }

    /**
     * What the books said.
     *
     * @param authority open accounts of the authority with a mail address
     */
    private record Known(
            Instant at, List<UserAccount> maintainers, List<UserAccount> authority, List<Deputyship> deputyships) {}

    @Override
    public List<Contact> of(Set<String> devices) {
        return known().maintainers().stream()
                .filter(account -> account.grants().stream().anyMatch(grant -> looksAfter(grant, devices)))
                .map(ContractedMaintainers::contact)
                .toList();
    }

    private Known known() {
        Known last = known;
        Instant now = clock.instant();
        if (last.at().isAfter(now.minus(KEPT)) && !last.at().isAfter(now)) {
            return last;
        }
        List<UserAccount> open = accounts.all().stream()
                .filter(account -> account.state() == UserAccount.State.OPEN
                        && account.person().email() != null)
                .toList();
        Known found = new Known(now, with(open, EnumSet.of(Role.MAINTAINER)), with(open, AUTHORITY), deputies.all());
        known = found;
        return found;
    }

    private static List<UserAccount> with(List<UserAccount> accounts, Set<Role> roles) {
        return accounts.stream()
                .filter(account -> account.grants().stream().anyMatch(grant -> roles.contains(grant.role())))
                .toList();
    }

    /** A contact is whose account has its mail address, or where it has none its phone. Contacts of no account are never absent. */
    @Override
    public Optional<Contact> standIn(Contact contact, Registry registry, Subject about, Instant at) {
        Known now = known();
        return now.deputyships().stream()
                .filter(d -> d.runsAt(at))
                .filter(d -> now.authority().stream()
                        .anyMatch(a -> a.userName().equals(d.account()) && isOf(contact, a.person())))
                .flatMap(d -> now.authority().stream().filter(a -> a.userName().equals(d.deputy())))
                .filter(deputy -> sees(deputy, registry, about))
                .map(ContractedMaintainers::contact)
                .findFirst();
    }

    private static boolean isOf(Contact contact, UserAccount.Person person) {
        String email = contact.email();
        return email == null
                ? contact.phone() != null && contact.phone().equals(person.phone())
                : email.equalsIgnoreCase(person.email());
    }

    @Override
    public List<Contact> seeing(Registry registry, Subject about) {
        return known().authority().stream()
                .filter(account -> sees(account, registry, about))
                .map(ContractedMaintainers::contact)
                .toList();
    }

    private static boolean sees(UserAccount account, Registry registry, Subject about) {
        return account.grants().stream()
                .anyMatch(grant ->
                        AUTHORITY.contains(grant.role()) && grant.scope().has(about, registry));
    }

    @Override
    public List<Contact> of(Subject part) {
        return accounts.all().stream()
                .filter(account -> account.state() == UserAccount.State.OPEN
                        && account.person().email() != null
                        && account.grants().stream().anyMatch(grant -> looksAt(grant, part)))
                .map(ContractedMaintainers::contact)
                .toList();
    }

    private static boolean looksAt(Grant grant, Subject part) {
        Scope scope = grant.scope();
        return AUTHORITY.contains(grant.role())
                && (scope.district()
                        || part.scope() == Subject.Scope.PARK && scope.parks().contains(part.id())
                        || part.scope() == Subject.Scope.ENTERPRISE
                                && scope.enterprises().contains(part.id()));
    }

    private static boolean looksAfter(Grant grant, Set<String> devices) {
        Scope scope = grant.scope();
        return grant.role() == Role.MAINTAINER && (scope.district() || !Collections.disjoint(scope.devices(), devices));
    }

    private static Contact contact(UserAccount account) {
        UserAccount.Person person = account.person();
        return new Contact(person.fullName(), person.email(), null, person.phone(), Locale.CHINESE);
    }
}
