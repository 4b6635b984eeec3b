package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.TestPark.ANALYSER;
import static io.greenpark.alerts.TestPark.ENTERPRISE;
import static io.greenpark.alerts.TestPark.NOX;
import static io.greenpark.alerts.Timeline.events;
import static io.greenpark.alerts.Timeline.time;
import static io.greenpark.alerts.cases.Case.Rule.CLEAN_PRODUCTION_OVERDUE;
import static io.greenpark.alerts.cases.Case.Rule.DEVICE_SILENT;
import static io.greenpark.alerts.cases.Case.Rule.LIMIT_EXCEEDED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.AMENDED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.CLEARED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.RAISED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.park.cleanproduction.AuditStep;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.BooksKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of verdicts and cases where an objection was upheld, and stays so whatever comes later. */
class VerdictVoidsTest {
    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private void exceededAtTen() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1).evaluate();
    }

    @Test
    void a_case_whose_time_is_voided_is_withdrawn_with_the_reason_and_whoever_was_told_is_told() {
        exceededAtTen();
        line.upheld(LIMIT_EXCEEDED, "2026-11-23T10:00", "2026-11-23T11:00");
        Case withdrawn = line.only(LIMIT_EXCEEDED);
        assertThat(events(withdrawn)).containsExactly(RAISED, WITHDRAWN);
        assertThat(withdrawn.text().en())
                .startsWith("Withdrawn: objection YY-2026-0001 was upheld: nothing is judged of this time.");
        assertThat(withdrawn.text().zh()).startsWith("企业异议 YY-2026-0001 成立，该时段不作判断，本预警予以撤销。");
        assertThat(line.notifications()).containsExactly("limit-exceeded RAISED", "limit-exceeded WITHDRAWN");
    }

    @Test
    void what_was_voided_stays_so_when_late_data_come() {
        exceededAtTen();
        line.upheld(LIMIT_EXCEEDED, "2026-11-23T10:00", "2026-11-23T11:00").restart();
        line.at("2026-11-23T12:30")
                .hour(NOX, "2026-11-23T10:00", "350", 1)
                .evaluate()
                .detectLimitChanges();
        assertThat(events(line.only(LIMIT_EXCEEDED))).containsExactly(RAISED, WITHDRAWN);
        List<Verdict> verdicts = line.verdicts(NOX + "/hour", "2026-11-23T10:00", "2026-11-23T11:00");
        assertThat(verdicts).singleElement().satisfies(v -> {
            assertThat(v.outcome()).isEqualTo(Outcome.UNJUDGED);
            assertThat(v.reason()).isEqualTo(Reason.objectionUpheld("YY-2026-0001"));
            assertThat(v.figure()).as("what was measured stays").isEqualByComparingTo("350");
        });
    }

    @Test
    void an_overdue_step_that_was_objected_to_is_withdrawn_and_not_raised_anew() {
        CaseKey key = CaseKey.audit(Subject.enterprise(ENTERPRISE), ENTERPRISE, AuditStep.STARTED);
        Instant since = time("2026-11-20T00:00");
        line.at("2026-11-23T09:00");
        line.overdue().step(handle -> Map.of(key, new OverdueEvaluator.Overdue(since, false, null)));
        Case raised = line.only(CLEAN_PRODUCTION_OVERDUE);
        assertThat(raised.state()).isEqualTo(Case.State.OPEN);
        line.upheld(CLEAN_PRODUCTION_OVERDUE, "2026-11-20T00:00", "2026-11-23T09:00");
        assertThat(line.only(CLEAN_PRODUCTION_OVERDUE).state()).isEqualTo(Case.State.WITHDRAWN);
        line.at("2026-11-23T10:00");
        line.overdue().step(handle -> Map.of(key, new OverdueEvaluator.Overdue(since, false, null)));
        assertThat(line.only(CLEAN_PRODUCTION_OVERDUE).state()).isEqualTo(Case.State.WITHDRAWN);
    }

    @Test
    void an_hour_beside_the_voided_time_is_judged_as_ever() {
        exceededAtTen();
        line.upheld(LIMIT_EXCEEDED, "2026-11-23T10:00", "2026-11-23T11:00");
        line.at("2026-11-23T12:10").hour(NOX, "2026-11-23T11:00", "230", 1).evaluate();
        assertThat(line.cases(LIMIT_EXCEEDED))
                .extracting(Case::state)
                .containsExactly(Case.State.WITHDRAWN, Case.State.OPEN);
    }

    @Test
    void of_a_case_that_was_wrong_in_part_the_rest_stands_and_says_what_it_says_now() {
        exceededAtTen();
        line.at("2026-11-23T12:10").hour(NOX, "2026-11-23T11:00", "230", 1).evaluate();
        line.upheld(LIMIT_EXCEEDED, "2026-11-23T11:00", "2026-11-23T12:00");
        Case rest = line.only(LIMIT_EXCEEDED);
        assertThat(rest.state()).isEqualTo(Case.State.OPEN);
        assertThat(events(rest)).containsExactly(RAISED, AMENDED);
        assertThat(rest.figure()).isEqualByComparingTo("212");
    }

    @Test
    void the_same_objection_twice_changes_nothing_more() {
        exceededAtTen();
        line.upheld(LIMIT_EXCEEDED, "2026-11-23T10:00", "2026-11-23T11:00");
        line.upheld(LIMIT_EXCEEDED, "2026-11-23T10:00", "2026-11-23T11:00");
        assertThat(line.notifications()).containsExactly("limit-exceeded RAISED", "limit-exceeded WITHDRAWN");
    }

    @Test
    void a_silence_that_was_none_is_withdrawn_and_a_later_one_is_a_case_of_its_own() {
        line.at("2026-11-23T10:00").restart().allHeardBut().evaluateSilence();
        line.at("2026-11-23T10:40").allHeardBut(ANALYSER).evaluateSilence();
        line.upheld(DEVICE_SILENT, "2026-11-23T10:00", "2026-11-23T10:41").evaluateSilence();
        assertThat(events(line.only(DEVICE_SILENT))).containsExactly(RAISED, WITHDRAWN);
        line.at("2026-11-23T10:50").allHeardBut().evaluateSilence();
        line.at("2026-11-23T11:30").allHeardBut(ANALYSER).evaluateSilence();
        assertThat(line.cases(DEVICE_SILENT))
                .extracting(Case::state)
                .containsExactly(Case.State.WITHDRAWN, Case.State.OPEN);
    }

    @Test
    void a_case_that_is_over_is_withdrawn_too() {
        exceededAtTen();
        line.at("2026-11-23T13:10")
                .hour(NOX, "2026-11-23T11:00", "100", 1)
                .hour(NOX, "2026-11-23T12:00", "100", 1)
                .evaluate();
        assertThat(events(line.only(LIMIT_EXCEEDED))).containsExactly(RAISED, CLEARED);
        line.upheld(LIMIT_EXCEEDED, "2026-11-23T10:00", "2026-11-23T11:00");
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.WITHDRAWN);
        assertThat(line.only(LIMIT_EXCEEDED).since()).isEqualTo(time("2026-11-23T10:00"));
    }
}
