package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.Timeline.events;
import static io.greenpark.alerts.cases.Case.Rule.ENERGY_DECLINE_BEHIND;
import static io.greenpark.alerts.cases.CaseEvent.Kind.RAISED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.accounting.intensity.IntensityRow.TargetVerdict;
import io.greenpark.alerts.Alerts;
import io.greenpark.alerts.EnergyRows;
import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.CaseRemarks;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.Mark;
import io.greenpark.store.series.SeriesPoint;
import io.greenpark.store.series.SeriesSchema;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cases whose statistics may no longer be told of their enterprise. */
class WithheldTimelineTest {
    private static final Subject ENTERPRISE = Subject.enterprise(TestPark.ENTERPRISE);

    @RegisterExtension
    final Timeline line = new Timeline();

    @BeforeEach
    void raise() {
        line.bureau("Duty desk", "duty@example.org").at("2026-10-20T09:00");
        line.month(ENTERPRISE, EnergyRows.behind("2026-08", "-1.2"));
        line.month(ENTERPRISE, EnergyRows.behind("2026-09", "-1.9"));
        assertThat(events(line.only(ENERGY_DECLINE_BEHIND))).containsExactly(RAISED);
    }

    private Case told() {
        return line.told().find(line.only(ENERGY_DECLINE_BEHIND).id()).orElseThrow();
    }

    private static IntensityRow notTold(String month, Cause cause) {
        IntensityRow row = EnergyRows.notJudged(month);
        IntensityRow.TargetStanding s = row.standing();
        return new IntensityRow(
                row.month(),
                row.ofMonth(),
                row.yearToDate(),
                new IntensityRow.TargetStanding(
                        s.targetId(),
                        s.baseYear(),
                        s.targetChangePercent(),
                        null,
                        null,
                        TargetVerdict.NOT_JUDGED,
                        s.mayBeHeldAgainst(),
                        Reason.of(cause)));
    }

    private List<SeriesPoint> series() {
        String id = line.only(ENERGY_DECLINE_BEHIND).id();
        return line.books().read(handle -> Alerts.series(line, Disclosures.standard(), CaseRemarks.NONE).stream()
                .filter(s -> s.kinds().contains(Mark.Kind.ALERT))
                .flatMap(s -> s.points(handle, List.of(new Mark(Mark.Kind.ALERT, id, 0, 1))).stream())
                .toList());
    }

    /** Without the point of the case as it is, which never has figures. */
    private static List<SeriesPoint> steps(List<SeriesPoint> points) {
        return points.stream()
                .filter(p -> p.measurement().equals(SeriesSchema.ALERT))
                .toList();
    }

    @Test
    void a_case_that_may_be_told_is_told_whole() {
        line.registry(new TestPark().statistic("2026-09", AllowedUse.SHOW_OWN));
        assertThat(told()).isEqualTo(line.only(ENERGY_DECLINE_BEHIND));
    }

    @Test
    void a_case_told_before_is_shown_without_its_figures() {
        line.registry(new TestPark().statistic("2026-09", AllowedUse.AGGREGATE_ONLY));
        Case told = told();
        assertThat(told.state()).isEqualTo(Case.State.OPEN);
        assertThat(told.figure()).isNull();
        assertThat(told.text().en()).contains("Article 28").doesNotContain("1.9");
        assertThat(told.events())
                .extracting(CaseEvent::text)
                .allSatisfy(text -> assertThat(text.zh()).contains("统计法").doesNotContain("1.9"));
        List<Verdict> evidence = line.told().evidence(told.id());
        assertThat(evidence).extracting(Verdict::reason).containsExactly(null, Reason.of(Cause.WITHHELD));
        assertThat(evidence.get(1).figure()).isNull();
    }

    @Test
    void what_is_kept_from_judging_is_kept_from_grafana_too() {
        assertThat(steps(series())).isNotEmpty().allSatisfy(p -> assertThat(p.fields())
                .containsKey("figure"));
        line.registry(new TestPark().statistic("2025-03", AllowedUse.SHOW_OWN));
        List<SeriesPoint> withheld = series();
        assertThat(steps(withheld)).hasSize(1).allSatisfy(p -> assertThat(p.fields())
                .containsKey("limit"));
        assertThat(withheld).hasSize(2).allSatisfy(p -> assertThat(p.fields()).doesNotContainKey("figure"));
        assertThat(withheld.toString()).doesNotContain("1.9");
    }

    @Test
    void a_case_is_withdrawn_without_repeating_what_may_not_be_told() {
        line.registry(new TestPark()
                .contact(new Contact("hook", null, "http://127.0.0.1:1/hook", Locale.ENGLISH))
                .statistic("2026-08", AllowedUse.AGGREGATE_ONLY));
        line.month(ENTERPRISE, notTold("2026-08", Cause.WITHHELD));
        line.month(ENTERPRISE, notTold("2026-09", Cause.WITHHELD));
        Case withdrawn = line.only(ENERGY_DECLINE_BEHIND);
        assertThat(events(withdrawn)).containsExactly(RAISED, WITHDRAWN);
        assertThat(withdrawn.text().en()).contains("Article 28").doesNotContain("1.9");
        List<String> bodies = line.books()
                .read(handle -> handle.createQuery("SELECT body FROM alert_outbox WHERE step = 2")
                        .mapTo(String.class)
                        .list());
        assertThat(bodies).hasSize(2).allSatisfy(body -> assertThat(body).doesNotContain("1.9"));
    }

    @Test
    void a_month_that_is_being_recomputed_is_judged_afterwards() {
        line.month(ENTERPRISE, notTold("2026-09", Cause.REGISTRY_CHANGED));
        assertThat(events(line.only(ENERGY_DECLINE_BEHIND))).containsExactly(RAISED);
        line.month(ENTERPRISE, EnergyRows.behind("2026-09", "-1.9"));
        line.at("2026-10-20T09:01");
        assertThat(events(line.only(ENERGY_DECLINE_BEHIND))).containsExactly(RAISED);
    }
}
