package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.Timeline.events;
import static io.greenpark.alerts.Timeline.time;
import static io.greenpark.alerts.cases.Case.Rule.ENERGY_DECLINE_BEHIND;
import static io.greenpark.alerts.cases.CaseEvent.Kind.AMENDED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.CLEARED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.RAISED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.WITHDRAWN;
import static io.greenpark.alerts.cases.CaseEvent.Kind.WORSENED;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.accounting.intensity.IntensityRow.TargetVerdict;
import io.greenpark.alerts.EnergyRows;
import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.VerdictTable;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.BooksKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The target is -5 % against 2025. */
class EnergyTimelineTest {
    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @Test
    void two_consecutive_months_behind_the_target_raise_a_case() {
        line.at("2026-10-20T09:00").month(EnergyRows.behind("2026-08", "-1.2"));
        assertThat(line.cases(ENERGY_DECLINE_BEHIND)).isEmpty();
        line.month(EnergyRows.behind("2026-09", "-1.9"));
        Case raised = line.only(ENERGY_DECLINE_BEHIND);
        assertThat(raised.since()).isEqualTo(time("2026-08-01T00:00"));
        assertThat(raised.figure()).isEqualByComparingTo("-1.9");
        assertThat(raised.limit()).isEqualByComparingTo("-5");
        assertThat(line.notifications()).containsExactly("energy-decline-behind RAISED");
    }

    @Test
    void months_wait_while_the_accounts_catch_up() {
        line.accountsLag = 5_001;
        line.at("2026-10-20T09:00")
                .month(EnergyRows.behind("2026-08", "-1.2"))
                .month(EnergyRows.behind("2026-09", "-1.9"));
        assertThat(line.cases(ENERGY_DECLINE_BEHIND)).isEmpty();
        line.accountsLag = 0;
        line.at("2026-10-20T09:01");
        assertThat(line.only(ENERGY_DECLINE_BEHIND).figure()).isEqualByComparingTo("-1.9");
        assertThat(line.notifications()).containsExactly("energy-decline-behind RAISED");
    }

    @Test
    void a_scheduled_month_waits_for_the_accounts_too() {
        line.at("2026-09-30T23:59")
                .month(EnergyRows.behind("2026-08", "-1.2"))
                .month(EnergyRows.behind("2026-09", "-1.2"));
        line.accountsLag = 5_001;
        line.restart().at("2026-10-01T00:10");
        assertThat(line.cases(ENERGY_DECLINE_BEHIND)).isEmpty();
        line.accountsLag = 0;
        line.at("2026-10-01T00:11");
        assertThat(line.only(ENERGY_DECLINE_BEHIND).figure()).isEqualByComparingTo("-1.2");
    }

    @Test
    void the_running_month_is_not_evaluated_before_it_has_ended() {
        line.at("2026-09-30T23:59")
                .month(EnergyRows.behind("2026-08", "-1.2"))
                .month(EnergyRows.behind("2026-09", "-1.2"));
        assertThat(line.cases(ENERGY_DECLINE_BEHIND)).isEmpty();
        line.at("2026-10-01T00:05");
        assertThat(line.cases(ENERGY_DECLINE_BEHIND)).hasSize(1);
    }

    @Test
    void january_is_judged_with_february_alone_it_has_no_verdict() {
        line.at("2027-02-20T09:00").month(EnergyRows.january("2027-01", true));
        assertThat(verdicts()).isEmpty();
        line.at("2027-03-20T09:00").month(EnergyRows.behind("2027-02", "-1.2"));
        assertThat(line.cases(ENERGY_DECLINE_BEHIND)).isEmpty();
        line.at("2027-04-20T09:00").month(EnergyRows.behind("2027-03", "-1.9"));
        assertThat(line.only(ENERGY_DECLINE_BEHIND).since()).isEqualTo(time("2027-02-01T00:00"));
    }

    @Test
    void january_keeps_a_case_of_the_year_before_open() {
        line.at("2027-02-20T09:00")
                .month(EnergyRows.behind("2026-11", "-1.2"))
                .month(EnergyRows.behind("2026-12", "-1.9"));
        line.month(EnergyRows.january("2027-01", true));
        assertThat(line.only(ENERGY_DECLINE_BEHIND).state()).isEqualTo(Case.State.OPEN);
        line.at("2027-03-20T09:00").month(EnergyRows.onTarget("2027-02", "-10.5"));
        assertThat(events(line.only(ENERGY_DECLINE_BEHIND))).containsExactly(RAISED, CLEARED);
    }

    @Test
    void what_an_earlier_version_raised_on_january_stays_as_it_was_told() {
        line.at("2027-03-20T09:00")
                .month(EnergyRows.behind("2027-01", "30.4"))
                .month(EnergyRows.behind("2027-02", "12"));
        line.month(EnergyRows.january("2027-01", true));
        line.month(EnergyRows.behind("2027-02", "12.1"));
        assertThat(line.only(ENERGY_DECLINE_BEHIND).since()).isEqualTo(time("2027-01-01T00:00"));
        assertThat(events(line.only(ENERGY_DECLINE_BEHIND))).containsExactly(RAISED);
    }

    @Test
    void what_an_earlier_version_raised_on_january_is_withdrawn_once_it_may_not_be_held_against_the_enterprise() {
        line.at("2027-03-20T09:00")
                .month(EnergyRows.behind("2027-01", "30.4"))
                .month(EnergyRows.behind("2027-02", "12"));
        line.month(EnergyRows.january("2027-01", false))
                .month(EnergyRows.row("2027-02", "12", TargetVerdict.BEHIND, false, 1));
        assertThat(events(line.only(ENERGY_DECLINE_BEHIND))).contains(WITHDRAWN);
    }

    @Test
    void a_month_without_its_statistics_does_not_clear() {
        line.at("2026-11-20T09:00")
                .month(EnergyRows.behind("2026-08", "-1.2"))
                .month(EnergyRows.behind("2026-09", "-1.9"));
        line.month(EnergyRows.notJudged("2026-10"));
        assertThat(line.only(ENERGY_DECLINE_BEHIND).state()).isEqualTo(Case.State.OPEN);
    }

    @Test
    void figures_that_may_only_be_shown_are_not_held_against_an_enterprise() {
        line.at("2026-10-20T09:00");
        line.month(EnergyRows.row("2026-08", "3", TargetVerdict.BEHIND, false, 1))
                .month(EnergyRows.row("2026-09", "3", TargetVerdict.BEHIND, false, 1));
        assertThat(line.cases(ENERGY_DECLINE_BEHIND)).isEmpty();
    }

    @Test
    void metering_below_90_percent_in_either_period_raises_no_case() {
        line.at("2026-10-20T09:00");
        line.month(EnergyRows.row("2026-08", "3", TargetVerdict.BEHIND, true, 0.89))
                .month(EnergyRows.row("2026-09", "3", TargetVerdict.BEHIND, true, 0.89));
        assertThat(line.cases(ENERGY_DECLINE_BEHIND)).isEmpty();
    }

    private static IntensityRow estimated(String month, double measured) {
        return EnergyRows.row(month, "3", TargetVerdict.BEHIND, true, new Coverage(1, measured));
    }

    private List<Verdict> verdicts() {
        String subject = CaseKey.energy(Subject.enterprise(TestPark.ENTERPRISE)).subject();
        return line.books()
                .<List<Verdict>, RuntimeException>read(
                        handle -> VerdictTable.between(handle, ENERGY_DECLINE_BEHIND, subject, 0, Long.MAX_VALUE));
    }

    @Test
    void metering_that_is_mostly_estimated_raises_no_case() {
        line.at("2026-10-20T09:00");
        line.month(estimated("2026-08", 0.89)).month(estimated("2026-09", 0.89));
        assertThat(line.cases(ENERGY_DECLINE_BEHIND)).isEmpty();
        assertThat(verdicts()).hasSize(2).allSatisfy(v -> {
            assertThat(v.reason()).isEqualTo(Reason.tooMuchEstimated(89, 11, 90));
            assertThat(v.coverage()).isEqualTo(new Coverage(1, 0.89));
        });
    }

    @Test
    void a_case_says_how_much_is_measured_and_how_much_estimated() {
        line.at("2026-10-20T09:00");
        line.month(estimated("2026-08", 0.93)).month(estimated("2026-09", 0.93));
        assertThat(line.only(ENERGY_DECLINE_BEHIND).text().en())
                .contains("whichever is measured less: 100 % complete (93 % measured, 7 % estimated)");
        assertThat(line.only(ENERGY_DECLINE_BEHIND).text().zh()).contains("数据完整率（本期与上年同期中实测较少者）100 %（实测 93 %，估算 7 %）");
    }

    @Test
    void a_case_is_withdrawn_when_what_it_rests_on_turns_out_to_be_estimated() {
        line.at("2026-10-20T09:00").month(EnergyRows.behind("2026-08", "3")).month(EnergyRows.behind("2026-09", "3"));
        line.month(estimated("2026-08", 0.5)).month(estimated("2026-09", 0.5));
        assertThat(events(line.only(ENERGY_DECLINE_BEHIND))).containsExactly(RAISED, WITHDRAWN);
    }

    @Test
    void a_month_on_target_clears() {
        line.at("2026-10-20T09:00")
                .month(EnergyRows.behind("2026-08", "-1.2"))
                .month(EnergyRows.behind("2026-09", "-1.9"));
        line.at("2026-11-18T09:00").month(EnergyRows.onTarget("2026-10", "-5.3"));
        assertThat(events(line.only(ENERGY_DECLINE_BEHIND))).containsExactly(RAISED, CLEARED);
    }

    @Test
    void the_case_shows_the_newest_month_and_notifies_again_only_when_it_worsens() {
        line.at("2026-10-20T09:00")
                .month(EnergyRows.behind("2026-08", "32.4"))
                .month(EnergyRows.behind("2026-09", "2.4"));
        line.at("2026-11-18T09:00").month(EnergyRows.behind("2026-10", "3.1"));
        Case newest = line.only(ENERGY_DECLINE_BEHIND);
        assertThat(newest.figure()).isEqualByComparingTo("3.1");
        assertThat(newest.text().en())
                .contains("+3.10 %")
                .contains("January to October 2026: ")
                .doesNotContain("32.4");
        assertThat(events(newest)).containsExactly(RAISED);
        line.at("2026-12-18T09:00").month(EnergyRows.behind("2026-11", "4.5"));
        assertThat(events(line.only(ENERGY_DECLINE_BEHIND))).containsExactly(RAISED, WORSENED);
        line.month(EnergyRows.behind("2026-08", "31"));
        assertThat(line.only(ENERGY_DECLINE_BEHIND).figure()).isEqualByComparingTo("4.5");
        assertThat(line.notifications())
                .containsExactly("energy-decline-behind RAISED", "energy-decline-behind WORSENED");
    }

    @Test
    void a_late_reading_that_hardly_moves_the_figure_is_shown_without_a_notification() {
        line.at("2026-10-20T09:00")
                .month(EnergyRows.behind("2026-08", "-1.2"))
                .month(EnergyRows.behind("2026-09", "-1.9"));
        line.month(EnergyRows.behind("2026-09", "-1.8"));
        assertThat(line.only(ENERGY_DECLINE_BEHIND).figure()).isEqualByComparingTo("-1.8");
        assertThat(events(line.only(ENERGY_DECLINE_BEHIND))).containsExactly(RAISED);
    }

    @Test
    void corrected_statistics_amend_the_case_or_withdraw_it() {
        line.at("2026-10-20T09:00")
                .month(EnergyRows.behind("2026-08", "-1.2"))
                .month(EnergyRows.behind("2026-09", "-1.9"));
        line.at("2026-10-25T09:00").month(EnergyRows.behind("2026-09", "-4.5"));
        assertThat(events(line.only(ENERGY_DECLINE_BEHIND))).containsExactly(RAISED, AMENDED);
        line.month(EnergyRows.onTarget("2026-08", "-5.5")).month(EnergyRows.onTarget("2026-09", "-5.5"));
        assertThat(events(line.only(ENERGY_DECLINE_BEHIND))).containsExactly(RAISED, AMENDED, WITHDRAWN);
    }

    @Test
    void cases_of_long_ago_are_recorded_without_a_notification() {
        line.at("2027-09-20T09:00")
                .month(EnergyRows.behind("2026-08", "-1.2"))
                .month(EnergyRows.behind("2026-09", "-1.9"));
        assertThat(line.only(ENERGY_DECLINE_BEHIND).state()).isEqualTo(Case.State.CLEARED);
        assertThat(line.notifications()).isEmpty();
    }
}
