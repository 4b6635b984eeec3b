package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.TestPark.COD;
import static io.greenpark.alerts.TestPark.NOX;
import static io.greenpark.alerts.Timeline.events;
import static io.greenpark.alerts.Timeline.time;
import static io.greenpark.alerts.cases.Case.Rule.LIMIT_EXCEEDED;
import static io.greenpark.alerts.cases.Case.Rule.LIMIT_WARNING;
import static io.greenpark.alerts.cases.CaseEvent.Kind.AMENDED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.CLEARED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.RAISED;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.store.books.BooksKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A case of an exceeded limit inhibits the warning that came before it. */
class InhibitionTimelineTest {
    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @Test
    void an_exceeded_limit_ends_the_warning_without_a_notification() {
        line.at("2026-11-23T10:20").hour(NOX, "2026-11-23T10:00", "184", 0.3);
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1);
        Case warning = line.only(LIMIT_WARNING);
        assertThat(events(warning)).containsExactly(RAISED, CLEARED);
        assertThat(warning.text().en()).contains("the exceedance alert takes over");
        assertThat(warning.text().zh()).contains("由超标预警接续");
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.OPEN);
        assertThat(line.notifications()).containsExactlyInAnyOrder("limit-warning RAISED", "limit-exceeded RAISED");
    }

    @Test
    void no_warning_is_raised_while_the_limit_is_exceeded() {
        line.at("2026-11-22T00:10").day(COD, "2026-11-21", "118", 1);
        line.at("2026-11-22T09:00").day(COD, "2026-11-22", "121", 0.37);
        line.at("2026-11-23T09:00").day(COD, "2026-11-22", "90", 1).day(COD, "2026-11-23", "85", 0.37);
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.OPEN);
        assertThat(line.cases(LIMIT_WARNING)).isEmpty();
    }

    @Test
    void a_warning_of_the_running_day_ends_when_late_data_show_the_day_before_to_exceed() {
        line.at("2026-11-22T09:00").day(COD, "2026-11-22", "121", 0.37);
        assertThat(line.only(LIMIT_WARNING).state()).isEqualTo(Case.State.OPEN);
        line.day(COD, "2026-11-21", "118", 1);
        assertThat(events(line.only(LIMIT_WARNING))).containsExactly(RAISED, CLEARED);
        line.day(COD, "2026-11-22", "122", 0.38).restart().day(COD, "2026-11-22", "119", 0.39);
        assertThat(events(line.only(LIMIT_WARNING))).containsExactly(RAISED, CLEARED);
        assertThat(openCases()).containsExactly(LIMIT_EXCEEDED);
    }

    @Test
    void marks_evaluated_together_raise_one_case_whatever_their_order() {
        line.at("2026-11-22T09:00").allAtOnce(() -> {
            line.day(COD, "2026-11-22", "121", 0.37);
            line.day(COD, "2026-11-21", "118", 1);
        });
        assertThat(line.cases(LIMIT_WARNING)).isEmpty();
        assertThat(openCases()).containsExactly(LIMIT_EXCEEDED);
    }

    @Test
    void a_mean_near_the_limit_warns_again_after_the_limit_is_kept_again() {
        line.at("2026-11-23T10:20").hour(NOX, "2026-11-23T10:00", "184", 0.3);
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1);
        line.at("2026-11-23T12:10").hour(NOX, "2026-11-23T11:00", "150", 1);
        line.at("2026-11-23T13:10").hour(NOX, "2026-11-23T12:00", "150", 1);
        line.at("2026-11-23T14:10").hour(NOX, "2026-11-23T13:00", "185", 1);
        List<Case> warnings = line.cases(LIMIT_WARNING);
        assertThat(warnings).hasSize(2);
        assertThat(warnings.get(1).since()).isEqualTo(time("2026-11-23T13:00"));
        assertThat(openCases()).containsExactly(LIMIT_WARNING);
    }

    @Test
    void a_warning_comes_back_when_the_inhibiting_case_is_withdrawn() {
        line.at("2026-11-23T10:20").hour(NOX, "2026-11-23T10:00", "184", 0.3);
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1);
        line.at("2026-11-23T11:30").hour(NOX, "2026-11-23T10:00", "186", 1);
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.WITHDRAWN);
        assertThat(events(line.only(LIMIT_WARNING))).containsExactly(RAISED, CLEARED, AMENDED);
        assertThat(openCases()).containsExactly(LIMIT_WARNING);
    }

    @Test
    void a_case_on_trial_does_not_inhibit() {
        line.set("alerts.limit-exceeded.trial", "true").at("2026-11-23T10:20");
        line.hour(NOX, "2026-11-23T10:00", "184", 0.3);
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1);
        assertThat(line.only(LIMIT_WARNING).state()).isEqualTo(Case.State.OPEN);
    }

    private List<Case.Rule> openCases() {
        return line.cases().list(CaseFilter.all().in(Case.State.OPEN), 10).stream()
                .map(Case::rule)
                .toList();
    }
}
