package io.greenpark.alerts.desk;

import static io.greenpark.alerts.TestPark.CLUE_NOX;
import static io.greenpark.alerts.TestPark.NOX;
import static io.greenpark.alerts.Timeline.events;
import static io.greenpark.alerts.Timeline.time;
import static io.greenpark.alerts.cases.Case.Rule.LIMIT_EXCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseEvent.Kind;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.cases.CaseFilter.Handled;
import io.greenpark.alerts.cases.CaseHandling;
import io.greenpark.alerts.cases.CaseLevel;
import io.greenpark.alerts.cases.HandlingStage;
import io.greenpark.alerts.handling.Actor;
import io.greenpark.alerts.handling.DetailField;
import io.greenpark.alerts.handling.HandlingAction;
import io.greenpark.alerts.handling.StepDetails;
import io.greenpark.alerts.handling.Term;
import io.greenpark.park.viewer.Role;
import io.greenpark.store.books.BooksKind;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cases from their raising to their closing, by those who handle them. */
class HandlingTimelineTest {
    private static final Actor LI = Actor.ofOffice("li", "li", Set.of(Role.OFFICER));
    private static final Actor WANG = Actor.ofOffice("wang", "wang", Set.of(Role.OFFICER));
    private static final Actor CONTACT = Actor.ofEnterprise("zhang", "zhang");

    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private Case exceeded() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212.4", 1);
        return line.only(LIMIT_EXCEEDED);
    }

    private void cleared() {
        line.at("2026-11-23T12:10").hour(NOX, "2026-11-23T11:00", "100", 1);
        line.at("2026-11-23T13:10").hour(NOX, "2026-11-23T12:00", "100", 1);
    }

    private static CaseHandling handling(Case c) {
        return Objects.requireNonNull(c.handling());
    }

    private Case act(Case c, HandlingAction action, Actor by, Map<DetailField, String> details) {
        int seen = line.cases().find(c.id()).orElseThrow().events().size();
        return line.desk().act(c.id(), new Act(action, by, seen, new StepDetails(details, List.of())));
    }

    private static final Map<DetailField, String> ANSWER = Map.of(
            DetailField.CAUSE, "treatment",
            DetailField.FROM, "2026-11-23T02:00:00Z",
            DetailField.MEASURES, "已更换加药泵",
            DetailField.RESPONSIBLE, "张工");
    private static final Map<DetailField, String> FOUND = Map.of(
            DetailField.SITE, "off-site",
            DetailField.CONFIRMED, "true",
            DetailField.FINDING, "与电子台账一致");
    private static final Map<DetailField, String> WHY = Map.of(DetailField.REASON, "整改完成，数据恢复");

    @Test
    void a_case_has_its_number_level_and_term_once_it_is_raised() {
        CaseHandling handling = handling(exceeded());
        assertThat(handling.number()).isEqualTo("YJ-2026-0001");
        assertThat(handling.stage()).isEqualTo(HandlingStage.PUSHED);
        assertThat(handling.level()).isEqualTo(CaseLevel.BLUE);
        assertThat(handling.demanded()).isTrue();
        assertThat(handling.due()).isEqualTo(time("2026-11-24T11:10"));
        assertThat(line.notifications()).contains("limit-exceeded RAISED");
    }

    @Test
    void a_key_discharger_has_less_time() {
        line.registry(new TestPark().keyDischarger());
        assertThat(handling(exceeded()).due()).isEqualTo(time("2026-11-23T12:10"));
    }

    @Test
    void numbers_have_no_gaps_are_of_the_year_by_the_districts_calendar_and_are_never_given_again() {
        exceeded();
        cleared();
        assertThatThrownBy(() -> line.books().write(tx -> {
                    HandlingTable.nextNumber(tx.handle(), "YJ", 2026);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        line.restart().at("2026-12-31T23:10").hour(CLUE_NOX, "2026-12-31T22:00", "400", 1);
        line.at("2027-01-01T00:10").hour(NOX, "2026-12-31T23:00", "250", 1);
        assertThat(line.cases(LIMIT_EXCEEDED).stream().map(c -> handling(c).number()))
                .containsExactlyInAnyOrder("YJ-2026-0001", "YJ-2026-0002", "YJ-2027-0001");
    }

    @Test
    void the_enterprise_answers_one_officer_verifies_and_another_one_closes() {
        Case c = exceeded();
        Case acknowledged = act(c, HandlingAction.ACKNOWLEDGE, CONTACT, Map.of());
        assertThat(acknowledged.acknowledgedBy()).isEqualTo("zhang");
        assertThat(handling(acknowledged).due()).as("from when it was sent").isEqualTo(time("2026-11-25T11:10"));
        assertThat(handling(act(c, HandlingAction.ANSWER, CONTACT, ANSWER)).stage())
                .isEqualTo(HandlingStage.ANSWERED);
        act(c, HandlingAction.VERIFY, LI, FOUND);
        assertThatThrownBy(() -> act(c, HandlingAction.CLOSE, WANG, WHY)).hasMessageContaining("still stands");
        cleared();
        assertThat(handling(line.only(LIMIT_EXCEEDED)).stage())
                .as("what is measured is over, what people do is not")
                .isEqualTo(HandlingStage.VERIFIED);
        assertThatThrownBy(() -> act(c, HandlingAction.CLOSE, LI, WHY)).hasMessageContaining("somebody else");
        Case closed = act(c, HandlingAction.CLOSE, WANG, WHY);
        assertThat(handling(closed).stage()).isEqualTo(HandlingStage.CLOSED);
        assertThat(handling(closed).due()).isNull();
        assertThat(events(closed))
                .containsExactly(
                        Kind.RAISED, Kind.ACKNOWLEDGED, Kind.ANSWERED, Kind.VERIFIED, Kind.CLEARED, Kind.CLOSED);
        assertThat(line.desk().of(c.id(), CONTACT).orElseThrow().steps().get(3))
                .satisfies(step ->
                        assertThat(step.details().text(DetailField.CAUSE)).isEqualTo("treatment"));
    }

    @Test
    void who_acts_on_a_case_has_seen_it_and_who_only_says_something_has_not_said_so() {
        Case c = exceeded();
        assertThat(act(c, HandlingAction.COMMENT, LI, Map.of(DetailField.WORD, "请关注"))
                        .acknowledgedBy())
                .isNull();
        assertThat(act(c, HandlingAction.ANSWER, CONTACT, ANSWER).acknowledgedBy())
                .isEqualTo("zhang");
        assertThat(act(c, HandlingAction.VERIFY, LI, FOUND).acknowledgedBy()).isEqualTo("zhang");
    }

    @Test
    void rectifying_has_a_day_and_goes_back_where_the_review_is_not_passed() {
        Case c = exceeded();
        act(c, HandlingAction.ANSWER, CONTACT, ANSWER);
        act(c, HandlingAction.VERIFY, LI, FOUND);
        Case rectifying = act(
                c, HandlingAction.RECTIFY, LI, Map.of(DetailField.REASON, "更换加药系统", DetailField.DUE_DAY, "2026-12-05"));
        assertThat(handling(rectifying).due()).as("the whole day").isEqualTo(time("2026-12-06T00:00"));
        act(c, HandlingAction.REPORT_RECTIFIED, CONTACT, Map.of(DetailField.MEASURES, "已更换"));
        Case back = act(
                c,
                HandlingAction.REVIEW,
                WANG,
                Map.of(
                        DetailField.PASSED, "false",
                        DetailField.FINDING, "未调试",
                        DetailField.DUE_DAY, "2026-12-08"));
        assertThat(handling(back).stage()).isEqualTo(HandlingStage.RECTIFYING);
        assertThat(back.events().get(back.events().size() - 1).kind()).isEqualTo(Kind.RECTIFICATION_ORDERED);
        Case passed =
                act(c, HandlingAction.REVIEW, WANG, Map.of(DetailField.PASSED, "true", DetailField.FINDING, "已调试"));
        assertThat(handling(passed).stage()).isEqualTo(HandlingStage.REVIEWED);
        cleared();
        assertThatThrownBy(() -> act(c, HandlingAction.CLOSE, WANG, WHY)).hasMessageContaining("somebody else");
        assertThat(handling(act(c, HandlingAction.CLOSE, LI, WHY)).stage()).isEqualTo(HandlingStage.CLOSED);
    }

    @Test
    void of_two_who_act_on_what_they_saw_the_later_one_is_refused_and_changes_nothing() {
        Case c = exceeded();
        Act first = new Act(HandlingAction.ANSWER, CONTACT, 1, new StepDetails(ANSWER, List.of()));
        line.desk().act(c.id(), first);
        assertThatThrownBy(() -> line.desk().act(c.id(), first))
                .isInstanceOfSatisfying(
                        ActRefused.class, e -> assertThat(e.why()).isEqualTo(ActRefused.Why.SEEN_EARLIER));
        assertThat(events(line.only(LIMIT_EXCEEDED))).containsExactly(Kind.RAISED, Kind.ANSWERED);
    }

    @Test
    void of_many_at_the_same_time_one_acts() throws Exception {
        Case c = exceeded();
        Act act = new Act(HandlingAction.ANSWER, CONTACT, 1, new StepDetails(ANSWER, List.of()));
        ExecutorService many = Executors.newFixedThreadPool(6);
        try {
            List<Future<Case>> tried =
                    many.invokeAll(Collections.nCopies(6, () -> line.desk().act(c.id(), act)));
            int done = 0;
            for (Future<Case> each : tried) {
                try {
                    each.get();
                    done++;
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(ActRefused.class);
                }
            }
            assertThat(done).isEqualTo(1);
        } finally {
            many.shutdownNow();
        }
        assertThat(events(line.only(LIMIT_EXCEEDED))).containsExactly(Kind.RAISED, Kind.ANSWERED);
    }

    @Test
    void a_term_that_passes_is_one_step_and_an_extension_begins_it_anew() {
        Case c = exceeded();
        line.handlingAt("2026-11-24T11:09");
        assertThat(events(line.only(LIMIT_EXCEEDED))).containsExactly(Kind.RAISED);
        line.handlingAt("2026-11-24T11:10")
                .handlingAt("2026-11-24T11:11")
                .restart()
                .handlingAt("2026-11-24T12:00");
        assertThat(events(line.only(LIMIT_EXCEEDED))).containsExactly(Kind.RAISED, Kind.OVERDUE);
        assertThat(handling(line.only(LIMIT_EXCEEDED)).overdue(line.clock.instant()))
                .isTrue();
        assertThatThrownBy(() -> act(
                        c,
                        HandlingAction.EXTEND,
                        LI,
                        Map.of(DetailField.TERM, "2026-11-24T03:00:00Z", DetailField.REASON, "停电")))
                .hasMessageContaining("\"term\"");
        Case extended = act(
                c,
                HandlingAction.EXTEND,
                LI,
                Map.of(DetailField.TERM, "2026-11-24T06:00:00Z", DetailField.REASON, "停电"));
        assertThat(handling(extended).overdue(line.clock.instant())).isFalse();
        line.handlingAt("2026-11-24T15:00");
        assertThat(events(line.only(LIMIT_EXCEEDED)))
                .containsExactly(Kind.RAISED, Kind.OVERDUE, Kind.EXTENDED, Kind.OVERDUE);
    }

    @Test
    void a_level_rises_and_falls_and_each_change_is_a_step() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212.4", 1);
        line.at("2026-11-23T12:10").hour(NOX, "2026-11-23T11:00", "500", 1);
        Case risen = line.only(LIMIT_EXCEEDED);
        assertThat(handling(risen).level()).isEqualTo(CaseLevel.ORANGE);
        line.at("2026-11-23T12:40").hour(NOX, "2026-11-23T11:00", "230", 1);
        Case fallen = line.only(LIMIT_EXCEEDED);
        assertThat(handling(fallen).level()).as("two hours running").isEqualTo(CaseLevel.YELLOW);
        assertThat(fallen.events().stream().filter(e -> e.kind() == Kind.LEVEL_CHANGED))
                .hasSize(2);
    }

    @Test
    void what_lasts_becomes_graver_by_time_alone() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212.4", 1);
        for (int hour = 11; hour <= 14; hour++) {
            line.at("2026-11-23T" + (hour + 1) + ":10").hour(NOX, "2026-11-23T" + hour + ":00", "212.4", 1);
        }
        line.handlingAt("2026-11-23T15:11").handlingAt("2026-11-23T15:12");
        assertThat(handling(line.only(LIMIT_EXCEEDED)).level()).isEqualTo(CaseLevel.ORANGE);
        assertThat(handling(line.only(LIMIT_EXCEEDED)).levelBy()).isEqualTo("DURATION");
    }

    @Test
    void a_clue_needs_no_answer_and_ends_by_itself_as_long_as_nobody_looked_into_it() {
        line.at("2026-11-23T11:10").hour(CLUE_NOX, "2026-11-23T10:00", "400", 1);
        assertThat(handling(line.only(LIMIT_EXCEEDED)).demanded()).isFalse();
        assertThat(handling(line.only(LIMIT_EXCEEDED)).due()).isNull();
        line.cases().acknowledge(line.only(LIMIT_EXCEEDED).id(), "li", "seen");
        assertThat(handling(line.only(LIMIT_EXCEEDED)).stage()).isEqualTo(HandlingStage.ACKNOWLEDGED);
        line.at("2026-11-23T12:10").hour(CLUE_NOX, "2026-11-23T11:00", "100", 1);
        line.at("2026-11-23T13:10").hour(CLUE_NOX, "2026-11-23T12:00", "100", 1);
        assertThat(handling(line.only(LIMIT_EXCEEDED)).stage()).isEqualTo(HandlingStage.ENDED);
    }

    @Test
    void that_the_office_has_seen_it_is_no_receipt_of_the_enterprise() {
        Case c = exceeded();
        Case seen = line.cases().acknowledge(c.id(), "li", "已阅");
        assertThat(seen.acknowledgedBy()).isEqualTo("li");
        assertThat(handling(seen).stage()).isEqualTo(HandlingStage.PUSHED);
        Case received = line.cases().acknowledge(c.id(), "zhang", "收到", true);
        assertThat(handling(received).stage()).isEqualTo(HandlingStage.ACKNOWLEDGED);
    }

    @Test
    void data_that_make_a_case_untrue_end_it_whatever_people_did() {
        Case c = exceeded();
        act(c, HandlingAction.ANSWER, CONTACT, ANSWER);
        line.at("2026-11-23T11:40").hour(NOX, "2026-11-23T10:00", "150", 1);
        Case withdrawn = line.only(LIMIT_EXCEEDED);
        assertThat(withdrawn.state()).isEqualTo(Case.State.WITHDRAWN);
        assertThat(handling(withdrawn).stage()).isEqualTo(HandlingStage.ENDED);
        assertThat(line.notifications()).contains("limit-exceeded WITHDRAWN");
    }

    @Test
    void what_ended_and_is_found_again_goes_on_under_its_number() {
        line.at("2026-11-23T11:10").hour(CLUE_NOX, "2026-11-23T10:00", "400", 1);
        line.at("2026-11-23T12:10").hour(CLUE_NOX, "2026-11-23T11:00", "100", 1);
        line.at("2026-11-23T13:10").hour(CLUE_NOX, "2026-11-23T12:00", "100", 1);
        String number = handling(line.only(LIMIT_EXCEEDED)).number();
        line.at("2026-11-23T13:40").hour(CLUE_NOX, "2026-11-23T12:00", "400", 1);
        Case again = line.only(LIMIT_EXCEEDED);
        assertThat(again.state()).isEqualTo(Case.State.OPEN);
        assertThat(handling(again).stage()).isEqualTo(HandlingStage.PUSHED);
        assertThat(handling(again).number()).isEqualTo(number);
        assertThat(events(again)).doesNotContain(Kind.REOPENED);
    }

    @Test
    void what_people_had_closed_and_is_found_again_is_reopened() {
        Case c = exceeded();
        act(c, HandlingAction.VERIFY, LI, FOUND);
        cleared();
        act(c, HandlingAction.CLOSE, WANG, WHY);
        line.at("2026-11-23T13:40").hour(NOX, "2026-11-23T12:00", "250", 1);
        Case again = line.only(LIMIT_EXCEEDED);
        assertThat(events(again)).contains(Kind.REOPENED);
        assertThat(handling(again).stage()).isEqualTo(HandlingStage.PUSHED);
        assertThat(handling(again).due()).isEqualTo(time("2026-11-24T13:40"));
    }

    @Test
    void cases_are_found_by_how_far_people_are_with_them() {
        Case c = exceeded();
        line.at("2026-11-24T11:10").hour(CLUE_NOX, "2026-11-24T10:00", "400", 1);
        assertThat(found(new Handled(Set.of(HandlingStage.PUSHED), null, null, null, null)))
                .hasSize(2);
        assertThat(found(new Handled(null, Set.of(CaseLevel.RED), null, null, null)))
                .isEmpty();
        assertThat(found(Handled.overdue(line.clock.instant()))).containsExactly(c.id());
        assertThat(found(new Handled(null, null, null, null, "YJ-2026-0001"))).containsExactly(c.id());
        act(c, HandlingAction.MISREPORT, LI, WHY);
        act(c, HandlingAction.CLOSE, WANG, WHY);
        assertThat(found(Handled.toDo())).hasSize(1).doesNotContain(c.id());
    }

    private List<String> found(Handled wanted) {
        CaseFilter filter = CaseFilter.all().handled(wanted);
        List<Case> found = line.cases().summaries(filter, 100);
        assertThat(line.cases().summaries(CaseFilter.all(), 100).stream().filter(filter::takes))
                .as("the same in memory")
                .extracting(Case::id)
                .containsExactlyElementsOf(found.stream().map(Case::id).toList());
        return found.stream().map(Case::id).toList();
    }

    @Test
    void cases_on_trial_or_only_on_record_have_no_number() {
        line.set("alerts.limit-exceeded.trial", "true").at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "250", 1);
        Case trial = line.only(LIMIT_EXCEEDED);
        assertThat(trial.handling()).isNull();
        assertThatThrownBy(() -> act(trial, HandlingAction.VERIFY, LI, FOUND)).hasMessageContaining("on trial");
        line.set("alerts.limit-exceeded.trial", "false").at("2026-11-23T12:10").hour(NOX, "2026-11-23T11:00", "250", 1);
        assertThat(handling(line.only(LIMIT_EXCEEDED)).number()).isEqualTo("YJ-2026-0001");
    }

    @Test
    void cases_of_before_are_numbered_as_they_were_raised_without_terms_steps_or_notices() {
        Case first = exceeded();
        line.cases().acknowledge(first.id(), "li", "seen");
        line.at("2026-11-24T11:10").hour(CLUE_NOX, "2026-11-24T10:00", "400", 1);
        line.at("2026-11-24T12:10").hour(CLUE_NOX, "2026-11-24T11:00", "100", 1);
        line.at("2026-11-24T13:10").hour(CLUE_NOX, "2026-11-24T12:00", "100", 1);
        List<String> told = line.notifications();
        line.books().write(tx -> {
            for (String table : List.of("case_step_detail", "case_handling", "case_number", "case_procedure")) {
                tx.handle().execute("DELETE FROM " + table);
            }
            return true;
        });
        line.upgrade().handlingAt("2026-12-24T10:00").restart().handlingAt("2026-12-24T10:01");
        assertThat(line.cases(LIMIT_EXCEEDED).stream()
                        .map(c -> handling(c).number() + " " + handling(c).stage() + " "
                                + handling(c).due()))
                .containsExactly("YJ-2026-0001 ACKNOWLEDGED null", "YJ-2026-0002 ENDED null");
        assertThat(line.cases(LIMIT_EXCEEDED).stream().flatMap(c -> events(c).stream()))
                .doesNotContain(Kind.OVERDUE, Kind.LEVEL_CHANGED);
        assertThat(line.notifications()).isEqualTo(told);
    }

    @Test
    void similar_cases_tell_their_causes() {
        Case c = exceeded();
        act(c, HandlingAction.ANSWER, CONTACT, ANSWER);
        cleared();
        line.at("2026-11-25T11:10").hour(NOX, "2026-11-25T10:00", "250", 1);
        Case second = line.cases(LIMIT_EXCEEDED).get(1);
        assertThat(line.desk().similar(second.id(), 5))
                .extracting(s -> s.similar().id() + " " + s.cause())
                .contains(c.id() + " treatment");
    }

    @Test
    void procedures_have_versions_and_a_case_keeps_the_one_it_runs_under() {
        Case before = exceeded();
        ProcedureVersion shipped = line.desk().procedures();
        assertThat(shipped.version()).isEqualTo(1);
        String changed = shipped.document()
                .replace("\"answer\":48", "\"answer\":24")
                .replace("\"acknowledge\":24", "\"acknowledge\":12");
        ProcedureVersion next = line.procedures(1, changed, "li").orElseThrow();
        assertThat(next.version()).isEqualTo(2);
        assertThat(line.procedures(1, changed, "wang")).isEmpty();
        assertThat(handling(act(before, HandlingAction.ACKNOWLEDGE, CONTACT, Map.of()))
                        .due())
                .as("of version 1")
                .isEqualTo(time("2026-11-25T11:10"));
        cleared();
        line.at("2026-11-25T11:10").hour(NOX, "2026-11-25T10:00", "250", 1);
        assertThat(handling(line.cases(LIMIT_EXCEEDED).get(1)).due()).isEqualTo(time("2026-11-25T23:10"));
        assertThat(line.desk().procedureVersions())
                .extracting(ProcedureVersion::by)
                .containsExactly("li", "greenpark");
    }

    @Test
    void nobody_of_the_office_is_shown_an_action_that_is_not_open() {
        Case c = exceeded();
        Handling asked = line.desk().of(c.id(), CONTACT).orElseThrow();
        assertThat(asked.open().stream().map(a -> a.action()))
                .containsExactly(
                        HandlingAction.ACKNOWLEDGE,
                        HandlingAction.ANSWER,
                        HandlingAction.COMMENT,
                        HandlingAction.ATTACH);
        act(c, HandlingAction.VERIFY, LI, FOUND);
        cleared();
        assertThat(line.desk().of(c.id(), LI).orElseThrow().open().stream()
                        .filter(a -> a.action() == HandlingAction.CLOSE)
                        .map(a -> a.refused()))
                .as("shown with why not")
                .doesNotContainNull()
                .hasSize(1);
        Instant due = Objects.requireNonNull(handling(line.only(LIMIT_EXCEEDED)).due());
        assertThat(due)
                .as("three days of work from the plan, by which people work on Mondays")
                .isEqualTo(time("2026-12-14T17:30"));
        Term term =
                Objects.requireNonNull(line.desk().of(c.id(), LI).orElseThrow().term());
        assertThat(term.words().zh()).isEqualTo("3 个工作日");
    }
}
