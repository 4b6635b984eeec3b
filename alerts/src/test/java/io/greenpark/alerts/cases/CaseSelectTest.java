package io.greenpark.alerts.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.rule.Comparison;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The database finds the cases that a filter takes, and counts the same. */
class CaseSelectTest {
    private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private final Random random = new Random(16);
    private final List<Case> all = new ArrayList<>();
    private Cases cases;

    protected BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void some_cases() {
        cases = new CaseBook(fixture.books(), Clock.systemUTC());
        for (int i = 0; i < 300; i++) {
            add("c-" + i);
        }
    }

    private void add(String id) {
        Case.Rule rule = one(Case.Rule.values());
        Subject about = new Subject(one(Subject.Scope.values()), "s" + random.nextInt(3));
        Instant raised = BEGIN.plusSeconds(random.nextInt(1_000));
        Case.State state = one(Case.State.values());
        CaseStatus status = new CaseStatus(
                state, random.nextBoolean(), random.nextInt(4) == 0, state == Case.State.OPEN ? null : raised);
        CaseKey key = new CaseKey(rule, id, about, maybe("p"), maybe("d"));
        CaseContent content = new CaseContent(
                new CaseMessage(new Bilingual("题", "title"), new Bilingual("文", "text")),
                new Comparison(BigDecimal.ONE, null, null, null),
                raised,
                raised,
                raised);
        boolean acknowledged = random.nextBoolean();
        CaseOwner owner = random.nextInt(3) == 0
                ? null
                : random.nextInt(4) == 0
                        ? new CaseOwner(null, "监管科", BEGIN)
                        : new CaseOwner(one("li.na", "wang.fang", "left.already"), null, BEGIN);
        CaseRow row = new CaseRow(id, key, status, content, null, raised, null);
        CaseEvent event = new CaseEvent(1, CaseEvent.Kind.RAISED, raised, CaseEvent.PLATFORM, null, null);
        fixture.books().write(tx -> {
            CaseTable.insert(tx.handle(), row, 0);
            CaseTable.addEvent(tx.handle(), id, event);
            if (acknowledged) {
                CaseTable.acknowledge(tx.handle(), id, "王芳");
            }
            if (owner != null) {
                OwnerChange change = new OwnerChange(owner.account(), owner.office(), "chen.jing", "忙");
                CaseOwners.change(tx, List.of(id), change, BEGIN);
            }
            return true;
        });
        List<CaseEvent> events = new ArrayList<>(List.of(event));
        if (owner != null) {
            events.add(new CaseEvent(
                    2, CaseEvent.Kind.ASSIGNED, BEGIN, "chen.jing", "忙", null, owner.account(), owner.office()));
        }
        all.add(new Case(id, key, status, content, raised, acknowledged ? "王芳" : null, owner, events));
    }

    private @Nullable String maybe(String prefix) {
        return random.nextInt(3) == 0 ? null : prefix + random.nextInt(4);
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    private <T> @Nullable T oneOrNone(T[] of) {
        return random.nextInt(3) > 0 ? null : one(of);
    }

    private CaseFilter filter() {
        CaseFilter about = random.nextInt(3) > 0
                ? CaseFilter.all()
                : CaseFilter.of(Set.of(Subject.park("s1"), Subject.enterprise("s" + random.nextInt(4))));
        return about.only(oneOrNone(Subject.Scope.values()))
                .in(oneOrNone(Case.State.values()))
                .acknowledged(oneOrNone(new Boolean[] {true, false}))
                .rules(random.nextInt(3) > 0 ? null : EnumSet.of(one(Case.Rule.values()), Case.Rule.DEVICE_SILENT))
                .severity(oneOrNone(CaseSeverity.values()))
                .things(
                        random.nextInt(3) > 0
                                ? null
                                : new CaseFilter.Things(
                                        random.nextBoolean() ? Set.of() : Set.of("d1"),
                                        Set.of("p2", "p3"),
                                        Set.of("c-1", "c-2", "c-3", "c-4", "c-5")))
                .raised(
                        random.nextInt(3) > 0
                                ? null
                                : new CaseFilter.Span(
                                        oneOrNone(new Instant[] {BEGIN.plusSeconds(200)}),
                                        oneOrNone(new Instant[] {BEGIN.plusSeconds(800)})))
                .owner(oneOrNone(new CaseFilter.Owner[] {
                    CaseFilter.Owner.of(Set.of("li.na")),
                    CaseFilter.Owner.of(Set.of("li.na", "wang.fang")),
                    CaseFilter.Owner.none(Set.of("li.na", "wang.fang")),
                    CaseFilter.Owner.none(Set.of())
                }))
                .openSince(random.nextInt(4) > 0 ? null : BEGIN.plusSeconds(random.nextInt(1_000)));
    }

    @Test
    void the_spans_of_a_time_are_of_cases_that_people_were_told_of() {
        Instant from = BEGIN.plusSeconds(300);
        Instant to = BEGIN.plusSeconds(600);
        List<CaseSpan> told = all.stream()
                .filter(c -> c.status().raised() && !c.trial() && c.state() != Case.State.WITHDRAWN)
                .map(c -> new CaseSpan(c.rule(), c.about(), null, c.raisedAt(), c.clearedAt()))
                .toList();
        assertThat(fixture.books().<List<CaseSpan>, RuntimeException>read(h -> CaseSpan.within(h, from, to)))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(told.stream()
                        .filter(s -> !s.raised().isAfter(to)
                                && (s.ended() == null || !s.ended().isBefore(from)))
                        .toList());
        assertThat(fixture.books().<Optional<Instant>, RuntimeException>read(CaseSpan::first))
                .isEqualTo(told.stream().map(CaseSpan::raised).min(Instant::compareTo));
    }

    @Test
    void the_cases_found_and_counted_are_those_a_filter_takes() {
        for (int i = 0; i < 200; i++) {
            CaseFilter filter = filter();
            List<Case> taken = all.stream().filter(filter::takes).toList();
            assertThat(cases.list(filter, 1_000)).as(filter.toString()).containsExactlyInAnyOrderElementsOf(taken);
            assertThat(cases.counts(filter))
                    .as(filter.toString())
                    .isEqualTo(CaseCounts.of(taken, filter.severity() == CaseSeverity.TRIAL));
        }
    }

    @Test
    void the_newest_come_first_and_what_happened_is_read_with_those_that_are_shown() {
        List<Case> newest = cases.summaries(CaseFilter.all(), 10);
        assertThat(newest)
                .hasSize(10)
                .isSortedAccordingTo((a, b) -> b.raisedAt().compareTo(a.raisedAt()))
                .allMatch(c -> c.events().isEmpty());
        assertThat(cases.withEvents(newest))
                .isEqualTo(cases.list(CaseFilter.all(), 10))
                .allMatch(c -> !c.events().isEmpty());
        assertThat(cases.withEvents(List.of())).isEmpty();
    }

    @Test
    void open_cases_are_counted_by_whom_they_are_about() {
        assertThat(cases.open()).isNotEmpty().allSatisfy((about, n) -> assertThat(n)
                .isEqualTo((int) all.stream()
                        .filter(c -> c.about().equals(about) && c.state() == Case.State.OPEN && !c.trial())
                        .count()));
        assertThat(cases.open().values().stream().mapToInt(n -> n).sum())
                .isEqualTo((int) cases.counts(CaseFilter.all()).open());
    }
}
