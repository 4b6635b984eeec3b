package io.greenpark.deploy.app;

import io.greenpark.access.account.UserAccount;
import io.greenpark.access.account.UserAccounts;
import io.greenpark.alerts.outbox.Maintainers;
import io.greenpark.park.registry.Contact;
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
import java.util.Set;

/**
 * Those who look after devices are the open accounts of maintainers with a mail address. Looked up for every step of a case, so what the books say is
 * kept for some seconds. Any thread may call.
 */
final class ContractedMaintainers implements Maintainers {
    private static final Set<Role> AUTHORITY = EnumSet.of(Role.LEADER, Role.OFFICER, Role.GRID_OFFICER, Role.AUDITOR);
    private static final Duration KEPT = Duration.ofSeconds(15);

    private final UserAccounts accounts;
    private final Clock clock;
    private volatile Known known = new Known(Instant.MIN, List.of());

    ContractedMaintainers(UserAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    private record Known(Instant at, List<UserAccount> maintainers) {}

    @Override
    public List<Contact> of(Set<String> devices) {
        return maintainers().stream()
                .filter(account -> account.grants().stream().anyMatch(grant -> looksAfter(grant, devices)))
                .map(ContractedMaintainers::contact)
                .toList();
    }

    private List<UserAccount> maintainers() {
        Known last = known;
        Instant now = clock.instant();
        if (last.at().isAfter(now.minus(KEPT)) && !last.at().isAfter(now)) {
            return last.maintainers();
        }
        List<UserAccount> maintainers = accounts.all().stream()
                .filter(account -> account.state() == UserAccount.State.OPEN
                        && account.person().email() != null
                        && account.grants().stream().anyMatch(grant -> grant.role() == Role.MAINTAINER))
                .toList();
        known = new Known(now, maintainers);
        return maintainers;
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
