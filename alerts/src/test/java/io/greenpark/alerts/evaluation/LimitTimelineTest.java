package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.TestPark.CLUE_NOX;
import static io.greenpark.alerts.TestPark.COD;
import static io.greenpark.alerts.TestPark.NOX;
import static io.greenpark.alerts.Timeline.events;
import static io.greenpark.alerts.Timeline.time;
import static io.greenpark.alerts.cases.Case.Rule.LIMIT_EXCEEDED;
import static io.greenpark.alerts.cases.Case.Rule.LIMIT_WARNING;
import static io.greenpark.alerts.cases.CaseEvent.Kind.AMENDED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.CLEARED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.LEVEL_CHANGED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.RAISED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.RECORDED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.WITHDRAWN;
import static io.greenpark.alerts.cases.CaseEvent.Kind.WORSENED;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LimitTimelineTest {
    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @Test
    void the_hourly_mean_of_a_stack_is_evaluated_once_the_hour_has_closed_and_settled() {
        line.at("2026-11-23T10:55").hour(NOX, "2026-11-23T10:00", "212.4", 0.9);
        assertThat(line.cases(LIMIT_EXCEEDED)).isEmpty();
        line.at("2026-11-23T11:04");
        assertThat(line.cases(LIMIT_EXCEEDED)).isEmpty();
        line.at("2026-11-23T11:05");
        Case raised = line.only(LIMIT_EXCEEDED);
        assertThat(raised.state()).isEqualTo(Case.State.OPEN);
        assertThat(raised.figure()).isEqualByComparingTo("212.4");
        assertThat(raised.limit()).isEqualByComparingTo("200");
        assertThat(raised.since()).isEqualTo(time("2026-11-23T10:00"));
        assertThat(raised.pointId()).isEqualTo(NOX);
        assertThat(line.notifications()).contains("limit-exceeded RAISED");
    }

    @Test
    void a_mean_equal_to_the_limit_complies() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "200.0", 1);
        assertThat(line.cases(LIMIT_EXCEEDED)).isEmpty();
    }

    @Test
    void an_hour_with_too_few_valid_samples_is_unjudged_and_says_why() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "900", 0.74);
        assertThat(line.cases(LIMIT_EXCEEDED)).isEmpty();
        line.hour(NOX, "2026-11-23T10:00", "900", 0.75);
        assertThat(line.cases(LIMIT_EXCEEDED)).hasSize(1);
    }

    @Test
    void a_case_clears_after_two_consecutive_good_hours_and_not_after_one() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1);
        line.at("2026-11-23T12:10").hour(NOX, "2026-11-23T11:00", "150", 1);
        line.at("2026-11-23T13:10").hour(NOX, "2026-11-23T12:00", "208", 1);
        line.at("2026-11-23T14:10").hour(NOX, "2026-11-23T13:00", "150", 1);
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.OPEN);
        line.at("2026-11-23T15:10").hour(NOX, "2026-11-23T14:00", "150", 1);
        Case cleared = line.only(LIMIT_EXCEEDED);
        assertThat(events(cleared)).containsExactly(RAISED, CLEARED);
        assertThat(cleared.clearedAt()).isEqualTo(time("2026-11-23T15:00"));
        assertThat(cleared.figure()).isEqualByComparingTo("212");
    }

    @Test
    void a_case_worsens_only_by_a_fifth_of_the_limit() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "210", 1);
        line.at("2026-11-23T12:10").hour(NOX, "2026-11-23T11:00", "249", 1);
        assertThat(events(line.only(LIMIT_EXCEEDED))).containsExactly(RAISED);
        assertThat(line.only(LIMIT_EXCEEDED).figure()).isEqualByComparingTo("249");
        line.at("2026-11-23T13:10").hour(NOX, "2026-11-23T12:00", "250", 1);
        assertThat(events(line.only(LIMIT_EXCEEDED))).containsExactly(RAISED, WORSENED, LEVEL_CHANGED);
    }

    @Test
    void a_late_episode_before_the_open_case_is_a_case_of_its_own() {
        line.at("2026-11-23T15:10").hour(NOX, "2026-11-23T14:00", "212", 1);
        line.allAtOnce(() -> line.hour(NOX, "2026-11-23T09:00", "230", 1)
                .hour(NOX, "2026-11-23T10:00", "150", 1)
                .hour(NOX, "2026-11-23T11:00", "150", 1));
        assertThat(line.cases(LIMIT_EXCEEDED))
                .extracting(Case::state)
                .containsExactlyInAnyOrder(Case.State.OPEN, Case.State.CLEARED);
        assertThat(line.cases(LIMIT_EXCEEDED)).anySatisfy(c -> {
            assertThat(c.since()).isEqualTo(time("2026-11-23T09:00"));
            assertThat(events(c)).containsExactly(RAISED, CLEARED);
        });
    }

    @Test
    void late_data_that_make_a_case_untrue_withdraw_it_with_a_notification() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1);
        line.at("2026-11-23T18:00").hour(NOX, "2026-11-23T10:00", "190", 1);
        Case withdrawn = line.only(LIMIT_EXCEEDED);
        assertThat(withdrawn.state()).isEqualTo(Case.State.WITHDRAWN);
        assertThat(events(withdrawn)).containsExactly(RAISED, WITHDRAWN);
        assertThat(line.notifications()).contains("limit-exceeded RAISED", "limit-exceeded WITHDRAWN");
    }

    @Test
    void a_mean_that_is_no_longer_there_withdraws_the_case_too() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1);
        line.noHour(NOX, "2026-11-23T10:00");
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.WITHDRAWN);
    }

    @Test
    void a_withdrawn_case_that_comes_true_again_is_another_case() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1);
        line.hour(NOX, "2026-11-23T10:00", "190", 1);
        line.hour(NOX, "2026-11-23T10:00", "230", 1);
        assertThat(line.cases(LIMIT_EXCEEDED))
                .extracting(Case::state)
                .containsExactlyInAnyOrder(Case.State.WITHDRAWN, Case.State.OPEN);
    }

    @Test
    void a_corrected_figure_amends_the_case() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1);
        line.at("2026-11-23T12:30").hour(NOX, "2026-11-23T10:00", "205", 1);
        Case amended = line.only(LIMIT_EXCEEDED);
        assertThat(events(amended)).containsExactly(RAISED, AMENDED);
        assertThat(amended.figure()).isEqualByComparingTo("205");
        assertThat(line.notifications()).contains("limit-exceeded AMENDED");
    }

    @Test
    void a_bad_earlier_hour_known_late_moves_the_beginning() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1);
        line.at("2026-11-23T12:30").hour(NOX, "2026-11-23T09:00", "206", 1);
        Case amended = line.only(LIMIT_EXCEEDED);
        assertThat(events(amended)).containsExactly(RAISED, AMENDED, LEVEL_CHANGED);
        assertThat(amended.since()).isEqualTo(time("2026-11-23T09:00"));
    }

    @Test
    void a_good_hour_corrected_to_bad_reopens_a_cleared_case() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1);
        line.at("2026-11-23T12:10").hour(NOX, "2026-11-23T11:00", "150", 1);
        line.at("2026-11-23T13:10").hour(NOX, "2026-11-23T12:00", "150", 1);
        line.at("2026-11-23T13:30").hour(NOX, "2026-11-23T12:00", "211", 1);
        Case open = line.only(LIMIT_EXCEEDED);
        assertThat(open.state()).isEqualTo(Case.State.OPEN);
        assertThat(events(open)).containsExactly(RAISED, CLEARED, AMENDED, LEVEL_CHANGED);
        assertThat(open.clearedAt()).isNull();
    }

    @Test
    void an_episode_over_a_day_before_its_data_arrived_is_recorded_without_a_notification() {
        line.at("2026-11-23T11:10");
        line.hour(NOX, "2026-11-20T10:00", "212", 1);
        line.hour(NOX, "2026-11-20T11:00", "150", 1);
        line.hour(NOX, "2026-11-20T12:00", "150", 1);
        Case recorded = line.only(LIMIT_EXCEEDED);
        assertThat(recorded.state()).isEqualTo(Case.State.CLEARED);
        assertThat(events(recorded)).containsExactly(RECORDED);
        assertThat(line.notifications()).isEmpty();
    }

    @Test
    void a_recorded_case_that_reaches_the_present_is_raised() {
        line.at("2026-11-23T11:10");
        line.hour(NOX, "2026-11-20T10:00", "212", 1);
        line.hour(NOX, "2026-11-21T10:00", "213", 1);
        assertThat(events(line.only(LIMIT_EXCEEDED))).containsExactly(RECORDED);
        line.hour(NOX, "2026-11-23T10:00", "214", 1);
        Case raised = line.only(LIMIT_EXCEEDED);
        assertThat(raised.state()).isEqualTo(Case.State.OPEN);
        assertThat(events(raised)).containsExactly(RECORDED, RAISED);
        assertThat(line.notifications()).containsExactly("limit-exceeded RAISED");
    }

    @Test
    void an_episode_evaluated_late_whose_data_arrived_in_time_is_raised() {
        line.at("2026-11-23T11:10").hourArrived(NOX, "2026-11-20T10:00", "212", time("2026-11-20T11:01"));
        assertThat(events(line.only(LIMIT_EXCEEDED))).containsExactly(RAISED);
    }

    @Test
    void evaluating_the_same_marks_again_changes_nothing() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1);
        List<String> before = line.notifications();
        for (int i = 0; i < 3; i++) {
            line.restart().mark(Mark.Kind.DISCHARGE_HOUR, NOX, time("2026-11-23T10:00"));
        }
        assertThat(events(line.only(LIMIT_EXCEEDED))).containsExactly(RAISED);
        assertThat(line.notifications()).isEqualTo(before);
    }

    @Test
    void water_is_evaluated_by_the_daily_mean_of_the_park_s_day() {
        line.at("2026-11-23T00:04").day(COD, "2026-11-22", "118.2", 0.96);
        assertThat(line.cases(LIMIT_EXCEEDED)).isEmpty();
        line.at("2026-11-23T00:05");
        Case raised = line.only(LIMIT_EXCEEDED);
        assertThat(raised.subject()).isEqualTo(COD + "/day");
        assertThat(raised.since()).isEqualTo(time("2026-11-22T00:00"));
    }

    @Test
    void an_hourly_mean_of_water_is_not_held_against_a_daily_limit() {
        line.at("2026-11-23T11:10").hour(COD, "2026-11-23T10:00", "400", 1);
        assertThat(line.cases().list(CaseFilter.all(), 10)).isEmpty();
    }

    @Test
    void an_accepted_analyser_over_an_unconfirmed_limit_is_a_suspicion_too() {
        line.registry(new TestPark()
                .replaceLimit(
                        TestPark.limit("nox-hour", NOX, Limit.Averaging.HOUR, "200.00", "0.8", Unit.MG_PER_M3, false)));
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "1212.4", 1);
        Case c = line.only(LIMIT_EXCEEDED);
        assertThat(c.title().en()).contains("suspected exceedance, to be verified");
        assertThat(c.title().zh()).endsWith("疑似超标，待核实");
        assertThat(c.text().zh())
                .contains("疑似超标", "数值：1,212 mg/m³", "排放限值：200 mg/m³（", "限值未经确认，须核实")
                .endsWith("监测数据超标预警，供核实，不作处罚依据。");
        assertThat(c.text().en()).endsWith("Alert from monitoring data, for verification; no basis for a penalty.");
    }

    @Test
    void a_clue_is_worded_as_a_suspicion_and_an_unconfirmed_limit_says_so() {
        line.at("2026-11-23T11:10").hour(CLUE_NOX, "2026-11-23T10:00", "333", 1);
        Case c = line.only(LIMIT_EXCEEDED);
        assertThat(c.title().en()).contains("suspected exceedance, to be verified");
        assertThat(c.title().zh()).contains("疑似超标，待核实");
        assertThat(c.text().en()).contains("not confirmed").contains("a clue only");
        assertThat(line.cases().evidence(c.id()).get(0).evidence()).isFalse();
    }

    @Test
    void a_rule_on_trial_raises_without_notifications_until_it_is_off_trial() {
        line.set("alerts.limit-exceeded.trial", "true").at("2026-11-23T11:10");
        line.hour(NOX, "2026-11-23T10:00", "212", 1);
        assertThat(line.only(LIMIT_EXCEEDED).trial()).isTrue();
        assertThat(line.notifications()).isEmpty();
        line.set("alerts.limit-exceeded.trial", "false").at("2026-11-23T12:10");
        line.hour(NOX, "2026-11-23T11:00", "213", 1);
        assertThat(line.only(LIMIT_EXCEEDED).trial()).isFalse();
        assertThat(line.notifications()).containsExactly("limit-exceeded RAISED");
    }

    @Test
    void a_running_hour_near_the_limit_warns_before_the_limit_is_exceeded() {
        line.at("2026-11-23T10:10").hour(NOX, "2026-11-23T10:00", "185", 0.2);
        assertThat(line.cases(LIMIT_WARNING)).isEmpty();
        line.at("2026-11-23T10:20").hour(NOX, "2026-11-23T10:00", "184", 0.3);
        Case warning = line.only(LIMIT_WARNING);
        assertThat(warning.state()).isEqualTo(Case.State.OPEN);
        assertThat(warning.text().en()).contains("92 % of the limit").contains("period still running");
        line.at("2026-11-23T10:40").hour(NOX, "2026-11-23T10:00", "199", 0.6);
        assertThat(events(line.only(LIMIT_WARNING))).containsExactly(RAISED);
    }

    @Test
    void a_warning_of_an_hour_that_ends_well_is_cleared_not_withdrawn() {
        line.at("2026-11-23T10:20").hour(NOX, "2026-11-23T10:00", "184", 0.3);
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "120", 1);
        line.at("2026-11-23T12:10").hour(NOX, "2026-11-23T11:00", "120", 1);
        assertThat(events(line.only(LIMIT_WARNING))).containsExactly(RAISED, CLEARED);
    }

    @Test
    void an_hour_that_exceeds_raises_no_warning_besides() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1);
        assertThat(line.cases(LIMIT_WARNING)).isEmpty();
    }

    @Test
    void a_changed_limit_evaluates_the_past_again_and_only_records_old_episodes() {
        line.at("2026-11-20T11:10").detectLimitChanges().hour(NOX, "2026-11-20T10:00", "150", 1);
        line.at("2026-11-23T11:10");
        line.registry(new TestPark()
                .replaceLimit(
                        TestPark.limit("nox-hour", NOX, Limit.Averaging.HOUR, "100", "0.8", Unit.MG_PER_M3, true)));
        line.detectLimitChanges();
        assertThat(events(line.only(LIMIT_EXCEEDED))).containsExactly(RECORDED);
        assertThat(line.notifications()).isEmpty();
    }

    @Test
    void the_evidence_of_a_case_is_its_verdicts() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1);
        line.at("2026-11-23T12:10").hour(NOX, "2026-11-23T11:00", "150", 0.9);
        line.at("2026-11-23T13:10").hour(NOX, "2026-11-23T12:00", "150", 1);
        assertThat(line.cases().evidence(line.only(LIMIT_EXCEEDED).id()))
                .extracting(Verdict::outcome)
                .containsExactly(Verdict.Outcome.RAISES, Verdict.Outcome.CLEARS, Verdict.Outcome.CLEARS);
    }

    @Test
    void an_acknowledgement_is_an_event_with_author_and_comment() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1);
        Case acknowledged = line.cases().acknowledge(line.only(LIMIT_EXCEEDED).id(), "wang", "called the plant");
        assertThat(acknowledged.acknowledgedBy()).isEqualTo("wang");
        assertThat(acknowledged.events().get(1).comment()).isEqualTo("called the plant");
        assertThat(acknowledged.events().get(1).at()).isEqualTo(time("2026-11-23T11:10"));
    }
}
