package io.greenpark.cleanproduction.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.cleanproduction.coverage.Coverage;
import io.greenpark.cleanproduction.desk.CleanProductionDesk;
import io.greenpark.cleanproduction.desk.DeskFixture;
import io.greenpark.cleanproduction.desk.Snapshot;
import io.greenpark.cleanproduction.list.ListDraft;
import io.greenpark.cleanproduction.list.ListEdition.Verdict;
import io.greenpark.cleanproduction.round.AuditReason;
import io.greenpark.cleanproduction.round.EntryRules.Taken;
import io.greenpark.cleanproduction.round.Listing;
import io.greenpark.cleanproduction.round.Paper;
import io.greenpark.cleanproduction.round.Register;
import io.greenpark.park.cleanproduction.AuditStep;
import io.greenpark.store.books.BooksKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * 120 enterprises at all stages, the clock run for eighteen months: every deadline is told once 30, 7 and 0 days before, what is overdue is a case until it is
 * done, and the coverage of every park is what a count by hand gives. What is expected is computed here by other means than there.
 */
class EighteenMonthsTest {
    private static final int ENTERPRISES = 120;
    private static final LocalDate BEGIN = LocalDate.parse("2026-01-10");
    private static final LocalDate END = LocalDate.parse("2027-07-10");
    private static final LocalDate NEVER = LocalDate.parse("2099-01-01");
    private static final List<Integer> DAYS = List.of(30, 7, 0);
    /** Started/reported/covered of the forty enterprises of each park, counted by hand from the scripts below. */
    private static final List<String> BY_HAND = List.of(
            "2026-01-10 26/21/6 26/21/6 26/21/6",
            "2026-02-10 26/22/6 28/21/6 26/21/6",
            "2026-03-10 26/22/6 28/21/6 26/22/6",
            "2026-04-10 26/23/6 28/21/7 27/22/7",
            "2026-05-10 27/23/6 29/21/7 27/22/7",
            "2026-06-10 27/24/7 29/23/7 27/22/8",
            "2026-07-10 28/24/7 31/24/7 27/23/9",
            "2026-08-10 29/24/7 31/25/9 27/24/9",
            "2026-09-10 31/25/7 31/26/10 28/24/10",
            "2026-10-10 31/25/9 31/27/12 28/24/10",
            "2026-11-10 32/27/10 32/28/12 29/24/10",
            "2026-12-10 33/28/11 33/28/12 30/25/10",
            "2027-01-10 33/30/12 33/28/14 30/26/12",
            "2027-02-10 33/30/14 33/28/14 32/27/12",
            "2027-03-10 33/32/14 33/29/14 33/27/13",
            "2027-04-10 33/32/15 35/30/15 33/29/14",
            "2027-05-10 33/33/18 35/30/15 33/30/16",
            "2027-06-10 34/33/18 37/30/16 33/31/18",
            "2027-07-10 35/33/19 37/31/18 34/33/19");

    private static final Paper PAPER = new Paper("金环〔2026〕9 号", "生态环境分局", null);

    @RegisterExtension
    final DeskFixture fixture = new DeskFixture(kind(), registry(), BEGIN.toString());

    private Deadlines deadlines;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private static String registry() {
        String parks = "  parks: [{id: p0, contacts: [{name: 园区, email: park@p0.example}]}, {id: p1}, {id: p2}]\n";
        return parks
                + "  enterprises:\n"
                + IntStream.range(0, ENTERPRISES)
                        .mapToObj(i -> "    - {id: " + id(i) + ", park: p" + i % 3
                                + ", industry: food, aboveScale: true, polluting: true, contacts: [{name: 联系人, email: c@"
                                + id(i) + ".example}]}\n")
                        .collect(Collectors.joining());
    }

    private static String id(int i) {
        return "e-%03d".formatted(i);
    }

    /** What befalls an enterprise: on which day it takes which step; the day is also when that is entered, but not before the begin. */
    private record Script(String id, String park, boolean toxic, boolean voluntary, Map<AuditStep, LocalDate> days) {
        LocalDate on(AuditStep step) {
            return days.getOrDefault(step, NEVER);
        }

        LocalDate entered(AuditStep step) {
            LocalDate on = on(step);
            return on.isBefore(BEGIN) ? BEGIN : on;
        }
    }

    /** Every eighth of them is a stage further at the begin; how late each is differs. */
    private static Script script(int i) {
        Map<AuditStep, LocalDate> days = new TreeMap<>();
        boolean voluntary = i % 5 == 4;
        int stage = i % 8;
        LocalDate day = BEGIN.minusDays(10L + (i * 37L) % 340);
        int taken = 0;
        for (AuditStep step : AuditStep.values()) {
            if (voluntary && step == AuditStep.PUBLISHED) {
                continue;
            }
            LocalDate on = taken < stage
                    ? before(day.plusDays(taken * (5L + i % 9)))
                    : BEGIN.plusDays(
                            1 + (i * 13L + (taken - stage + 1) * (40L + i % 50)) % 700 + (taken - stage) * 60L);
            if (!days.isEmpty()) {
                LocalDate last =
                        days.values().stream().max(LocalDate::compareTo).orElseThrow();
                on = on.isBefore(last) ? last : on;
            }
            days.put(step, on);
            taken++;
        }
        return new Script(id(i), "p" + i % 3, i % 3 == 0 && !voluntary, voluntary, days);
    }

    private static LocalDate before(LocalDate day) {
        return day.isBefore(BEGIN) ? day : BEGIN.minusDays(1);
    }

    private final List<Script> scripts =
            IntStream.range(0, ENTERPRISES).mapToObj(EighteenMonthsTest::script).toList();

    /** A deadline as the test works it out: by when, and since which day it is known. */
    private record Due(Script script, AuditStep step, LocalDate due, LocalDate known) {
        String text(int days) {
            return script.id() + " " + step + " " + due + " " + days;
        }

        /** Whether it is told so many days before: not what went by before it was known, nor what is done by then. */
        boolean isTold(int days) {
            LocalDate on = due.minusDays(days);
            LocalDate entered = script.entered(step);
            // What becomes known at a noon at which the step is entered, too, leaves nothing to tell.
            boolean done = entered.isBefore(on) || entered.equals(on) && known.equals(on);
            return !on.isBefore(known) && !on.isAfter(END) && !done;
        }

        boolean isOverdueBy(LocalDate day) {
            LocalDate entered = script.entered(step);
            return due.isBefore(day) && !known.isAfter(day) && entered.isAfter(due) && entered.isAfter(known);
        }
    }

    private List<Due> expected() {
        List<Due> all = new ArrayList<>();
        for (Script s : scripts) {
            all.add(new Due(s, AuditStep.LISTED, BEGIN.plusMonths(3), BEGIN));
            if (!s.voluntary()) {
                from(all, s, AuditStep.LISTED, AuditStep.PUBLISHED, 1);
            }
            from(all, s, AuditStep.LISTED, AuditStep.STARTED, 2);
            from(all, s, AuditStep.LISTED, AuditStep.REPORTED, 12);
            from(all, s, AuditStep.REPORTED, AuditStep.ASSESSED, s.voluntary() ? 1 : 3);
            from(all, s, AuditStep.ASSESSED, AuditStep.MEASURES, 12);
            from(all, s, AuditStep.MEASURES, AuditStep.ACCEPTED, 3);
        }
        // What was entered at the begin is not told on that day any more, and what is entered later is known from noon
        // on.
        return all;
    }

    private static void from(List<Due> all, Script s, AuditStep base, AuditStep step, int months) {
        if (!s.entered(base).isAfter(END)) {
            all.add(new Due(s, step, s.on(base).plusMonths(months), s.entered(base)));
        }
    }

    @BeforeEach
    void open() {
        start();
    }

    /** As after a restart of the process. */
    private void start() {
        deadlines = DeadlineLine.of(fixture);
    }

    private void enter(Script s, AuditStep step) {
        Listing listing = s.voluntary()
                ? new Listing(Register.VOLUNTARY, Set.of())
                : new Listing(Register.MANDATORY, Set.of(s.toxic() ? AuditReason.TOXIC : AuditReason.OVER_STANDARD));
        CleanProductionDesk.Done done = fixture.desk.enter(
                s.id(),
                fixture.desk.look(s.id()).version(),
                new Taken(step, s.on(step), PAPER, step == AuditStep.LISTED ? listing : null, null),
                "chen");
        assertThat(done.refusal()).as(s.id() + " " + step).isNull();
    }

    private void run() {
        fixture.at(BEGIN, "10:00");
        fixture.lists.propose(
                new ListDraft(
                        PAPER,
                        BEGIN,
                        BEGIN,
                        "首次",
                        null,
                        scripts.stream().map(Script::id).collect(Collectors.toSet()),
                        Map.of()),
                BEGIN,
                "chen",
                "chen");
        fixture.lists.decide(1, Verdict.APPROVED, null, "wu", "wu");
        for (LocalDate day = BEGIN; !day.isAfter(END); day = day.plusDays(1)) {
            if (day.isAfter(BEGIN)) {
                fixture.at(day, "09:30");
                killedWhileTelling(day);
                deadlines.step();
            }
            fixture.at(day, "12:00");
            boolean entered = false;
            for (Script s : scripts) {
                for (AuditStep step : s.days().keySet()) {
                    if (s.entered(step).equals(day)) {
                        enter(s, step);
                        entered = true;
                    }
                }
            }
            if (day.getDayOfMonth() % 10 == 0) {
                start();
            }
            if (entered || day.getDayOfMonth() % 10 == 0) {
                deadlines.step();
            }
        }
    }

    private int kills;

    /** Every third day the process dies on its way through what is due, at another message each time, and begins anew. */
    private void killedWhileTelling(LocalDate day) {
        if (day.getDayOfYear() % 3 != 0) {
            return;
        }
        try {
            DeadlineLine.killedAt(fixture, 1 + day.getDayOfYear() % 4).step();
        } catch (DeadlineLine.KilledException e) {
            kills++;
        }
        start();
    }

    private List<String> query(String sql) {
        return fixture.books()
                .read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    @Test
    void every_deadline_is_told_once_and_coverage_is_what_a_hand_counts() {
        run();
        assertThat(kills).as("times the process died in between").isGreaterThan(50);
        deadlinesWereToldOnce();
        enterprisesGotTheirOwnLettersOnly();
        whatIsOverdueIsACaseUntilItIsDone();
        coverageIsWhatAHandCounts();
    }

    private void deadlinesWereToldOnce() {
        Set<String> told = new TreeSet<>();
        for (Due due : expected()) {
            DAYS.stream().filter(due::isTold).forEach(days -> told.add(due.text(days)));
        }
        assertThat(told)
                .as("the scripts have something to tell at each of the days")
                .hasSizeGreaterThan(300);
        for (int days : DAYS) {
            assertThat(told).anyMatch(text -> text.endsWith(" " + days));
        }
        assertThat(query("SELECT enterprise || ' ' || step || ' ' || due_on || ' ' || days_before FROM clean_notice"))
                .containsExactlyInAnyOrderElementsOf(told);
    }

    private void enterprisesGotTheirOwnLettersOnly() {
        Map<String, Integer> letters = new HashMap<>();
        for (Due due : expected()) {
            if (due.step().ofEnterprise()) {
                DAYS.stream()
                        .filter(due::isTold)
                        .forEach(days -> letters.merge("c@" + due.script().id() + ".example", 1, Integer::sum));
            }
        }
        Map<String, Integer> sent = new HashMap<>();
        query("SELECT target FROM letter_outbox").forEach(target -> sent.merge(target, 1, Integer::sum));
        int bureau = sent.remove("bureau@jindong.example");
        int park = sent.remove("park@p0.example");
        assertThat(sent).isEqualTo(letters);
        assertThat(park)
                .as("one letter for all that one look finds, and only of its own park")
                .isBetween(50, 550);
        assertThat(bureau).isGreaterThan(park);
        assertThat(query("SELECT body FROM letter_outbox WHERE target = 'c@e-000.example'"))
                .allSatisfy(body -> assertThat(body).contains("http://enterprise/#/clean-production/e-000", "依据："));
    }

    private void whatIsOverdueIsACaseUntilItIsDone() {
        List<String> open = expected().stream()
                .filter(due ->
                        due.isOverdueBy(END) && due.script().entered(due.step()).isAfter(END))
                .map(due -> due.script().id() + "/" + due.step().code())
                .toList();
        List<String> all = expected().stream()
                .filter(due -> due.isOverdueBy(END))
                .map(due -> due.script().id() + "/" + due.step().code())
                .toList();
        assertThat(open).isNotEmpty();
        assertThat(query("SELECT subject FROM alert_case WHERE rule = 'CLEAN_PRODUCTION_OVERDUE' AND state = 'OPEN'"))
                .containsExactlyInAnyOrderElementsOf(open);
        assertThat(query("SELECT subject FROM alert_case WHERE rule = 'CLEAN_PRODUCTION_OVERDUE'"))
                .containsExactlyInAnyOrderElementsOf(all);
        List<String> toldOf = expected().stream()
                .filter(due -> due.isOverdueBy(END) && due.step().ofEnterprise())
                .filter(due -> !due.known().isAfter(due.due()))
                .map(due -> "c@" + due.script().id() + ".example")
                .toList();
        assertThat(query("SELECT target FROM alert_outbox WHERE target LIKE 'c@%' AND subject = 'RAISED'"))
                .as("what was overdue before it was entered is told to nobody")
                .containsExactlyInAnyOrderElementsOf(toldOf);
    }

    private void coverageIsWhatAHandCounts() {
        Snapshot snapshot = fixture.desk.snapshot();
        int most = 0;
        for (LocalDate day = BEGIN; !day.isAfter(END); day = day.plusMonths(1)) {
            Map<String, Coverage> counted = new TreeMap<>();
            for (Script s : scripts) {
                int covered = s.on(AuditStep.ACCEPTED).isAfter(day) ? 0 : 1;
                int reported = s.on(AuditStep.REPORTED).isAfter(day) ? 0 : 1;
                int started = s.on(AuditStep.STARTED).isAfter(day) ? 0 : 1;
                counted.merge(s.park(), new Coverage(1, started, reported, covered), Coverage::and);
            }
            assertThat(fixture.desk.coverage(snapshot, day)).as(day.toString()).isEqualTo(counted);
            most = Math.max(most, counted.get("p0").covered());
        }
        for (String line : BY_HAND) {
            String[] row = line.split(" ");
            Map<String, Coverage> told = fixture.desk.coverage(snapshot, LocalDate.parse(row[0]));
            for (int park = 0; park < 3; park++) {
                Coverage of = told.get("p" + park);
                assertThat(of.listed()).isEqualTo(40);
                assertThat(of.started() + "/" + of.reported() + "/" + of.covered())
                        .as(row[0] + " p" + park)
                        .isEqualTo(row[1 + park]);
            }
        }
        assertThat(most).isBetween(1, 39);
        assertThat(fixture.desk.coverage(snapshot, END).get("p0").percent()).isEqualTo(Share100.of(most, 40));
    }

    /** Of forty, a share has at most one decimal. */
    private static final class Share100 {
        static BigDecimal of(int part, int whole) {
            return new BigDecimal(part * 1000 / whole).movePointLeft(1);
        }
    }
}
