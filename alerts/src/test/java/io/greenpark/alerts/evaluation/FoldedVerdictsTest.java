package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.TestPark.ANALYSER;
import static io.greenpark.alerts.TestPark.NOX;
import static io.greenpark.alerts.Timeline.events;
import static io.greenpark.alerts.Timeline.time;
import static io.greenpark.alerts.cases.Case.Rule.LIMIT_EXCEEDED;
import static io.greenpark.alerts.cases.Case.Rule.LIMIT_WARNING;
import static io.greenpark.alerts.cases.CaseEvent.Kind.CLEARED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.RAISED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.RECORDED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.accounting.hour.HourDay;
import io.greenpark.accounting.hour.HourFold;
import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.cases.StoredVerdict;
import io.greenpark.alerts.cases.VerdictTable;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.Mark;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases come out the same, wherever the verdicts of closed days lie. */
class FoldedVerdictsTest {
    private static final String SUBJECT = NOX + "/hour";

    @RegisterExtension
    final Timeline line = new Timeline(kind());

    @RegisterExtension
    final Timeline unfolded = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private void fold() {
        HourFold<StoredVerdict> fold = new HourFold<>(VerdictTable.hours());
        while (fold.step(line.books(), HourDay.of(line.clock.millis()) - 3)) {
            // Until nothing is left.
        }
    }

    private long count(String table) {
        return line.books().read(h -> h.createQuery("SELECT count(*) AS n FROM " + table)
                .mapTo(Long.class)
                .one());
    }

    private List<Verdict> verdicts(Case.Rule rule) {
        return line.books().read(h -> VerdictTable.between(h, rule, SUBJECT, 0, Long.MAX_VALUE));
    }

    /** Three hours of a night, the second of them over the limit where {@code worst} is; judged, closed and folded. */
    private void night(String worst) {
        line.at("2026-11-10T01:10").hour(NOX, "2026-11-10T00:00", "150", 1);
        line.at("2026-11-10T02:10").hour(NOX, "2026-11-10T01:00", worst, 1);
        line.at("2026-11-10T03:10").hour(NOX, "2026-11-10T02:00", "150", 1);
        line.at("2026-11-10T04:10").hour(NOX, "2026-11-10T03:00", "150", 1);
        List<Verdict> before = verdicts(LIMIT_EXCEEDED);
        line.at("2026-11-20T12:00");
        fold();
        assertThat(count("alert_verdict")).isZero();
        assertThat(count("alert_verdict_folded")).isPositive();
        assertThat(verdicts(LIMIT_EXCEEDED)).isEqualTo(before).hasSize(4);
    }

    @Test
    void a_late_value_of_a_folded_hour_raises_a_case() {
        night("150");
        line.hour(NOX, "2026-11-10T01:00", "230", 1);
        assertThat(events(line.only(LIMIT_EXCEEDED))).containsExactly(RECORDED);
        fold();
        assertThat(count("alert_verdict")).isZero();
        assertThat(line.cases().evidence(line.only(LIMIT_EXCEEDED).id()))
                .extracting(Verdict::outcome)
                .containsExactly(Verdict.Outcome.RAISES, Verdict.Outcome.CLEARS, Verdict.Outcome.CLEARS);
    }

    @Test
    void a_correction_of_a_folded_hour_withdraws_its_case() {
        night("230");
        assertThat(events(line.only(LIMIT_EXCEEDED))).containsExactly(RAISED, CLEARED);
        assertThat(line.cases().evidence(line.only(LIMIT_EXCEEDED).id())).hasSize(3);
        line.hour(NOX, "2026-11-10T01:00", "140", 1);
        assertThat(events(line.only(LIMIT_EXCEEDED))).containsExactly(RAISED, CLEARED, WITHDRAWN);
    }

    @Test
    void what_is_evaluated_again_and_is_the_same_writes_no_row() {
        night("230");
        line.mark(Mark.Kind.DISCHARGE_HOUR, NOX, time("2026-11-10T01:00"));
        assertThat(count("alert_verdict")).isZero();
    }

    @Test
    void without_its_limit_a_point_has_no_folded_verdicts() {
        line.at("2026-11-01T00:00").detectLimitChanges();
        night("230");
        line.edit(new TestPark().withoutLimit("nox-hour")).scheduleChanged().evaluate();
        assertThat(count("alert_verdict")).isZero();
        assertThat(count("alert_verdict_folded")).isZero();
        assertThat(events(line.only(LIMIT_EXCEEDED))).containsExactly(RAISED, CLEARED, WITHDRAWN);
    }

    @Test
    void an_hour_that_is_gone_takes_only_its_own_verdicts_out_of_the_day() {
        night("230");
        line.noHour(NOX, "2026-11-10T02:00");
        assertThat(verdicts(LIMIT_EXCEEDED))
                .extracting(Verdict::from)
                .containsExactly(time("2026-11-10T00:00"), time("2026-11-10T01:00"), time("2026-11-10T03:00"));
        assertThat(verdicts(LIMIT_WARNING)).hasSize(3);
    }

    private static DischargeRow mean(Instant from, int value) {
        BigDecimal mean = BigDecimal.valueOf(value);
        return new DischargeRow(from, from.plus(1, ChronoUnit.HOURS), mean, 6, 1, Quality.MEASURED);
    }

    /** Ten days of hours, corrected and judged by other limits in between. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_same_story_ends_with_the_same_cases(long seed) {
        List<Timeline> both = List.of(line, unfolded);
        both.forEach(t -> t.at("2026-11-01T00:00").detectLimitChanges());
        Random random = new Random(seed);
        Instant first = time("2026-11-01T00:00");
        for (int i = 0; i < 60; i++) {
            Instant now = first.plus(4L * i, ChronoUnit.HOURS).plus(10, ChronoUnit.MINUTES);
            both.forEach(t -> t.clock.set(now));
            int from = random.nextInt(10) == 0 ? random.nextInt(4 * i + 1) : Math.max(0, 4 * i - 4);
            int value = random.nextInt(3) == 0 ? 120 + random.nextInt(140) : 120;
            for (int n = 0; n < 4; n++) {
                Instant hour = first.plus(from + n, ChronoUnit.HOURS);
                DischargeRow mean = mean(hour, value + n);
                both.forEach(t -> t.accounts.put(NOX, Step.HOUR, mean));
                both.forEach(t -> t.mark(Mark.Kind.DISCHARGE_HOUR, NOX, hour));
            }
            if (random.nextInt(15) == 0) {
                String upper = random.nextBoolean() ? "200" : "180";
                TestPark park = new TestPark()
                        .replaceLimit(TestPark.limit(
                                "nox-hour", NOX, Limit.Averaging.HOUR, upper, "0.8", Unit.MG_PER_M3, true));
                both.forEach(t -> t.edit(park).schedulePortion());
                fold();
                both.forEach(t -> t.scheduleChanged().evaluate());
            }
            if (random.nextInt(4) == 0) {
                fold();
            }
        }
        assertThat(count("alert_verdict_folded")).isPositive();
        assertThat(told(line)).isEqualTo(told(unfolded)).isNotEmpty();
        assertThat(line.notifications()).isEqualTo(unfolded.notifications());
    }

    @Test
    void a_damaged_day_costs_its_own_point_alone() {
        line.at("2026-11-10T01:10").hour(NOX, "2026-11-10T00:00", "150", 1);
        line.at("2026-11-10T02:10").hour(NOX, "2026-11-10T01:00", "150", 1);
        line.at("2026-11-20T12:00");
        fold();
        line.books().<Integer, RuntimeException>write(tx -> tx.handle()
                .execute("UPDATE alert_verdict_folded SET data = ?", new byte[] {1, -1}));
        line.hour(NOX, "2026-11-10T01:00", "250", 1);
        line.hour(NOX, "2026-11-20T09:00", "150", 1).hour(NOX, "2026-11-20T10:00", "250", 1);
        assertThat(line.cases().list(CaseFilter.all(), 10))
                .extracting(c -> c.since())
                .contains(time("2026-11-20T10:00"));
    }

    @Test
    void a_damaged_day_of_a_point_that_ended_keeps_its_case_and_holds_nobody_else_up() {
        line.at("2026-11-10T01:10").hour(NOX, "2026-11-10T00:00", "250", 1);
        line.at("2026-11-20T12:00");
        fold();
        line.books().<Integer, RuntimeException>write(tx -> tx.handle()
                .execute("UPDATE alert_verdict_folded SET data = ?", new byte[] {1, -1}));
        line.registry(new TestPark().ended(ANALYSER, time("2026-11-20T11:00")))
                .endCases()
                .endCases();
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.OPEN);
    }

    @Test
    void a_rule_that_says_nothing_of_a_point_is_not_found_in_what_the_other_says() {
        line.edit(new TestPark()
                .replaceLimit(
                        TestPark.limit("nox-hour", NOX, Limit.Averaging.HOUR, "200", null, Unit.MG_PER_M3, true)));
        line.at("2026-11-10T01:10").hour(NOX, "2026-11-10T00:00", "150", 1);
        line.at("2026-11-20T12:00");
        fold();
        assertThat(latest(LIMIT_EXCEEDED)).isPresent();
        assertThat(latest(LIMIT_WARNING)).isEmpty();
    }

    private Optional<Verdict> latest(Case.Rule rule) {
        return line.books().read(handle -> VerdictTable.latest(handle, rule, SUBJECT));
    }

    private static List<String> told(Timeline timeline) {
        List<String> told = new ArrayList<>();
        for (Case c : timeline.cases().list(CaseFilter.all(), 1_000)) {
            told.add(c + " rests on " + timeline.cases().evidence(c.id()));
        }
        return told;
    }
}
