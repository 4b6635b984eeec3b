package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.Timeline.events;
import static io.greenpark.alerts.Timeline.time;
import static io.greenpark.alerts.cases.Case.Rule.ENERGY_DECLINE_BEHIND;
import static io.greenpark.alerts.cases.CaseEvent.Kind.CLEARED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.RAISED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.accounting.intensity.IntensityRow.TargetVerdict;
import io.greenpark.alerts.EnergyRows;
import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.cases.NotificationStatus;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.Mark;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Targets assigned to a park and to the district as a whole, -5 % against 2025. */
class AreaTimelineTest {
    private static final Subject PARK = Subject.park(TestPark.PARK);
    private static final Subject DISTRICT = Subject.district(TestPark.DISTRICT);

    @RegisterExtension
    final Timeline line = new Timeline();

    private static Subject area(Subject.Scope scope) {
        return scope == Subject.Scope.PARK ? PARK : DISTRICT;
    }

    private Timeline months(Subject subject, IntensityRow... rows) {
        for (IntensityRow row : rows) {
            line.month(subject, row);
        }
        return line;
    }

    private List<String> recipients(Case c) {
        return line.cases().notifications(c.id()).stream()
                .map(NotificationStatus::recipient)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = Subject.Scope.class,
            names = {"PARK", "DISTRICT"})
    void two_consecutive_months_behind_the_target_of_an_area_raise_a_case_about_it(Subject.Scope scope) {
        line.at("2026-10-20T09:00");
        months(area(scope), EnergyRows.behind("2026-08", "-1.2"));
        assertThat(line.cases(ENERGY_DECLINE_BEHIND)).isEmpty();
        months(area(scope), EnergyRows.behind("2026-09", "-1.9"));
        Case raised = line.only(ENERGY_DECLINE_BEHIND);
        assertThat(raised.about()).isEqualTo(area(scope));
        assertThat(raised.enterpriseId()).isNull();
        assertThat(raised.since()).isEqualTo(time("2026-08-01T00:00"));
        assertThat(raised.figure()).isEqualByComparingTo("-1.9");
        assertThat(raised.limit()).isEqualByComparingTo("-5");
        assertThat(line.cases().evidence(raised.id())).hasSize(2);
    }

    @Test
    void a_case_of_an_area_notifies_its_contacts_and_the_bureau_but_not_its_enterprises() {
        line.bureau("Duty desk", "duty@example.org").at("2026-10-20T09:00");
        months(PARK, EnergyRows.behind("2026-08", "-1.2"), EnergyRows.behind("2026-09", "-1.9"));
        assertThat(recipients(line.only(ENERGY_DECLINE_BEHIND))).containsExactlyInAnyOrder("Duty desk", "王工");
        months(DISTRICT, EnergyRows.behind("2026-08", "-1.2"), EnergyRows.behind("2026-09", "-1.9"));
        Case ofDistrict = line.cases()
                .list(CaseFilter.all().only(Subject.Scope.DISTRICT), 10)
                .get(0);
        assertThat(recipients(ofDistrict)).containsExactlyInAnyOrder("Duty desk", "Zhao");
    }

    @Test
    void a_case_without_recipients_is_still_shown() {
        line.registry(new TestPark().withoutAreaContacts()).at("2026-10-20T09:00");
        months(PARK, EnergyRows.behind("2026-08", "-1.2"), EnergyRows.behind("2026-09", "-1.9"));
        assertThat(line.only(ENERGY_DECLINE_BEHIND).state()).isEqualTo(Case.State.OPEN);
        assertThat(line.notifications()).isEmpty();
    }

    @Test
    void the_running_month_of_a_park_is_not_evaluated_before_it_has_ended() {
        line.at("2026-09-30T23:59");
        months(PARK, EnergyRows.behind("2026-08", "-1.2"), EnergyRows.behind("2026-09", "-1.2"));
        assertThat(line.cases(ENERGY_DECLINE_BEHIND)).isEmpty();
        line.at("2026-10-01T00:05");
        assertThat(line.cases(ENERGY_DECLINE_BEHIND)).hasSize(1);
    }

    @Test
    void an_area_with_missing_statistics_or_metering_raises_no_case() {
        line.at("2026-10-20T09:00");
        months(
                PARK,
                EnergyRows.row("2026-07", "3", TargetVerdict.BEHIND, true, 0.89),
                EnergyRows.row("2026-08", "3", TargetVerdict.BEHIND, true, 0.89),
                EnergyRows.notJudged("2026-09"));
        assertThat(line.cases(ENERGY_DECLINE_BEHIND)).isEmpty();
    }

    @Test
    void a_month_on_target_clears_the_case_of_a_park() {
        line.at("2026-11-18T09:00");
        months(
                PARK,
                EnergyRows.behind("2026-08", "-1.2"),
                EnergyRows.behind("2026-09", "-1.9"),
                EnergyRows.onTarget("2026-10", "-5.3"));
        assertThat(events(line.only(ENERGY_DECLINE_BEHIND))).containsExactly(RAISED, CLEARED);
    }

    @Test
    void a_removed_target_withdraws_the_case_of_the_district() {
        line.at("2026-10-20T09:00");
        months(DISTRICT, EnergyRows.behind("2026-08", "-1.2"), EnergyRows.behind("2026-09", "-1.9"));
        line.registry(new TestPark().withoutTargetOf(Subject.Scope.DISTRICT));
        line.mark(Mark.Kind.INTENSITY_MONTH, DISTRICT.id(), time("2026-08-01T00:00"))
                .mark(Mark.Kind.INTENSITY_MONTH, DISTRICT.id(), time("2026-09-01T00:00"));
        assertThat(events(line.only(ENERGY_DECLINE_BEHIND))).containsExactly(RAISED, WITHDRAWN);
    }

    @Test
    void figures_that_may_only_be_shown_count_in_the_sum_of_several_enterprises() {
        line.at("2026-10-20T09:00");
        months(
                PARK,
                EnergyRows.row("2026-08", "3", TargetVerdict.BEHIND, false, 1),
                EnergyRows.row("2026-09", "3", TargetVerdict.BEHIND, false, 1));
        assertThat(line.only(ENERGY_DECLINE_BEHIND).about()).isEqualTo(PARK);
    }

    @Test
    void figures_that_may_only_be_shown_are_not_held_against_the_only_enterprise_of_a_park() {
        line.registry(new TestPark().withoutNeighbours()).at("2026-10-20T09:00");
        months(
                PARK,
                EnergyRows.row("2026-08", "3", TargetVerdict.BEHIND, false, 1),
                EnergyRows.row("2026-09", "3", TargetVerdict.BEHIND, false, 1));
        assertThat(line.cases(ENERGY_DECLINE_BEHIND)).isEmpty();
    }

    @Test
    void a_park_and_an_enterprise_with_the_same_id_have_separate_cases() {
        line.registry(new TestPark().parkNamedLikeItsEnterprise()).at("2026-10-20T09:00");
        Subject park = Subject.park(TestPark.ENTERPRISE);
        Subject enterprise = Subject.enterprise(TestPark.ENTERPRISE);
        months(park, EnergyRows.behind("2026-08", "-1.2"), EnergyRows.behind("2026-09", "-1.9"));
        assertThat(line.only(ENERGY_DECLINE_BEHIND).about()).isEqualTo(park);
        months(enterprise, EnergyRows.behind("2026-08", "-2.2"), EnergyRows.behind("2026-09", "-2.9"));
        assertThat(line.cases(ENERGY_DECLINE_BEHIND))
                .extracting(Case::about)
                .containsExactlyInAnyOrder(park, enterprise);
    }

    @Test
    void the_months_changed_by_one_late_reading_are_read_with_one_query() {
        line.at("2026-11-18T09:00");
        line.allAtOnce(() -> months(
                DISTRICT,
                EnergyRows.behind("2026-07", "-1.2"),
                EnergyRows.behind("2026-08", "-1.2"),
                EnergyRows.behind("2026-09", "-1.9"),
                EnergyRows.behind("2026-10", "-1.9")));
        assertThat(line.only(ENERGY_DECLINE_BEHIND).since()).isEqualTo(time("2026-07-01T00:00"));
        assertThat(line.accounts.intensityReads).isEqualTo(1);
    }

    @Test
    void cases_are_filtered_by_whom_they_are_about() {
        line.at("2026-10-20T09:00");
        Subject enterprise = Subject.enterprise(TestPark.ENTERPRISE);
        for (Subject subject : List.of(enterprise, PARK, DISTRICT)) {
            months(subject, EnergyRows.behind("2026-08", "-1.2"), EnergyRows.behind("2026-09", "-1.9"));
        }
        assertThat(about(CaseFilter.all())).containsExactlyInAnyOrder(enterprise, PARK, DISTRICT);
        assertThat(about(CaseFilter.of(Set.of(enterprise, PARK)))).containsExactlyInAnyOrder(enterprise, PARK);
        assertThat(about(CaseFilter.of(Set.of(enterprise, PARK)).only(Subject.Scope.PARK)))
                .containsExactly(PARK);
        assertThat(about(CaseFilter.all().only(Subject.Scope.DISTRICT))).containsExactly(DISTRICT);
        assertThat(about(CaseFilter.of(Set.of(Subject.park("west"))))).isEmpty();
        assertThat(about(CaseFilter.all().in(Case.State.CLEARED))).isEmpty();
    }

    private List<Subject> about(CaseFilter filter) {
        return line.cases().list(filter, 10).stream().map(Case::about).toList();
    }
}
