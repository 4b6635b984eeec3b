package io.greenpark.dashboards.monday;

import io.greenpark.access.account.UserAccount;
import io.greenpark.alerts.notice.NoticePlan;
import io.greenpark.alerts.notice.NoticePlanKind;
import io.greenpark.alerts.notice.Weekly;
import io.greenpark.alerts.outbox.Group;
import io.greenpark.alerts.outbox.Letter;
import io.greenpark.alerts.outbox.LetterBox;
import io.greenpark.alerts.policy.Policies;
import io.greenpark.config.digest.Sha256;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.viewer.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Tells Monday's page by the notice plan, once: what was told, its letters and that the week is done with are one transaction. A Monday on which the platform was
 * down is told as long as the week lasts. In the week in which an installation begins, or is upgraded, nobody is told of what was before. Used by
 * one thread.
 */
public final class MondayRounds {
    private static final int DAYS = 7;

    private final ConsoleSources sources;
    private final MondayPages pages;
    private final LetterBox letters;
    private final Policies<NoticePlan> plans = new Policies<>(new NoticePlanKind());
    private final Clock clock;

    /** @param sources of the whole district */
    public MondayRounds(ConsoleSources sources, LetterBox letters, Clock clock) {
        this.sources = sources;
        this.pages = new MondayPages(sources);
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Somebody who is told.
     *
     * @param account null for a group
     */
    private record Reader(
            @Nullable UserAccount account, @Nullable Group group, Scope scope, Subject part) {}

    /** Looks whether a page is due; returns whether there may be more to do at once, which there never is. */
    public boolean step() {
        Registry registry = sources.registry().current();
        ZoneId zone =
                Subject.district(registry.facts().districtId()).time(registry).zone();
        Instant now = clock.instant();
        LocalDate week = Weekly.week(now.atZone(zone).toLocalDate());
        if (sources.books().<Boolean, RuntimeException>read(handle -> MondayTable.isDone(handle, week))) {
            return false;
        }
        NoticePlan plan = sources.books().<NoticePlan, RuntimeException>read(handle -> plans.newest(handle)
                .says());
        Weekly weekly = plan.monday();
        boolean due = weekly != null && !now.isBefore(weekly.due(week, plan.time(), zone));
        if (!sources.books().<Boolean, RuntimeException>read(MondayTable::isBegun)) {
            begin(due || weekly == null ? week : week.minusDays(DAYS), now);
        } else if (weekly != null && due) {
            tell(week, readers(registry, weekly), now);
        }
        return false;
    }

    private void begin(LocalDate week, Instant now) {
        sources.books().write(tx -> {
            MondayTable.done(tx.handle(), week, now);
            return true;
        });
    }

    private List<Reader> readers(Registry registry, Weekly weekly) {
        List<Reader> readers = new ArrayList<>();
        for (UserAccount account : sources.identities().accounts().all()) {
            if (account.state() == UserAccount.State.OPEN && account.person().email() != null) {
                account.viewer()
                        .scopeOf(weekly.roles())
                        .flatMap(scope -> part(registry, scope).map(part -> new Reader(account, null, scope, part)))
                        .ifPresent(readers::add);
            }
        }
        for (Group group : letters.groups()) {
            Subject part = group.audience().part();
            if (part != null && weekly.groups().contains(group.id())) {
                scope(part).ifPresent(scope -> readers.add(new Reader(null, group, scope, part)));
            }
        }
        return readers;
    }

    /** What a letter is about: who may not see that any more when it is sent does not get it. */
    private static Optional<Subject> part(Registry registry, Scope scope) {
        if (scope.district()) {
            return Optional.of(Subject.district(registry.facts().districtId()));
        }
        return Stream.concat(
                        registry.facts().parks().stream()
                                .map(park -> Subject.park(park.id()))
                                .filter(park -> scope.parks().contains(park.id())),
                        registry.facts().enterprises().stream()
                                .map(e -> Subject.enterprise(e.id()))
                                .filter(e -> scope.enterprises().contains(e.id())))
                .findFirst();
    }

    /** What people of a group may all see; nothing of it is for people of enterprises. */
    private static Optional<Scope> scope(Subject part) {
        return switch (part.scope()) {
            case DISTRICT -> Optional.of(Scope.DISTRICT);
            case PARK -> Optional.of(Scope.parks(Set.of(part.id())));
            case ENTERPRISE -> Optional.empty();
        };
    }

    private void tell(LocalDate week, List<Reader> readers, Instant now) {
        Map<Scope, MondayPage> made = new HashMap<>();
        readers.forEach(reader -> made.computeIfAbsent(reader.scope(), scope -> pages.of(scope, week)));
        sources.books().write(tx -> {
            if (!MondayTable.isDone(tx.handle(), week)) {
                MondayTable.done(tx.handle(), week, now);
                readers.forEach(
                        reader -> write(tx.handle(), reader, Objects.requireNonNull(made.get(reader.scope())), now));
            }
            return true;
        });
    }

    /** Two readers with one mailbox are sent both pages where these differ, and one where they do not. */
    private static String code(Scope scope) {
        if (scope.district()) {
            return "district";
        }
        String parks = scope.parks().stream().sorted().collect(Collectors.joining("+"));
        return scope.enterprises().isEmpty()
                ? parks
                : parks + "-" + Sha256.hex(scope.enterprises().stream().sorted().collect(Collectors.joining("+")), 8);
    }

    private void write(Handle handle, Reader reader, MondayPage page, Instant now) {
        Letter letter = new Letter(
                "monday-" + page.week() + "-" + code(reader.scope()),
                1,
                reader.part(),
                "monday-page",
                MondayText.title(page),
                MondayText.text(page),
                sources.postbox().urls().officers() + "/#/monday?week=" + page.week(),
                now);
        UserAccount account = reader.account();
        if (account == null) {
            letters.write(handle, letter, Objects.requireNonNull(reader.group()));
            return;
        }
        UserAccount.Person person = account.person();
        letters.write(
                handle,
                letter,
                List.of(new Contact(person.fullName(), person.email(), null, person.phone(), Locale.CHINESE)));
        MondayTable.keep(handle, page.week(), account.userName(), reader.scope(), now, MondayJson.of(page));
    }
}
