package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.TestPark.NOX;
import static io.greenpark.alerts.Timeline.time;
import static io.greenpark.alerts.cases.Case.Rule.LIMIT_EXCEEDED;
import static io.greenpark.alerts.rulebook.RuleDocuments.exceeded;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.CaseHandling;
import io.greenpark.alerts.cases.CaseLevel;
import io.greenpark.alerts.cases.HandlingStage;
import io.greenpark.alerts.desk.Act;
import io.greenpark.alerts.handling.Actor;
import io.greenpark.alerts.handling.DetailField;
import io.greenpark.alerts.handling.HandlingAction;
import io.greenpark.alerts.handling.StepDetails;
import io.greenpark.alerts.rule.Spells;
import io.greenpark.store.books.BooksKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What comes and goes is one case with a count, where a rule says so. */
class FlappingTimelineTest {
    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private void flapping(int times) {
        line.at("2026-11-23T00:10");
        line.rule(
                "limit-exceeded",
                0,
                exceeded("district", "", 1, "2026-11-23")
                        .replace(
                                "\"clearAfter\": 2",
                                "\"clearAfter\": 1, \"flapTimes\": " + times + ", \"flapWindow\": \"12h\""));
    }

    /** High in every other hour, from two o'clock on. */
    private void comesAndGoes(int times) {
        for (int i = 0; i < times; i++) {
            hour(2 + 2 * i, "212");
            hour(3 + 2 * i, "150");
        }
    }

    private void hour(int hour, String mean) {
        line.at(at(hour + 1) + ":10").hour(NOX, at(hour) + ":00", mean, 1);
    }

    private static String at(int hour) {
        return String.format("2026-11-%02dT%02d", 23 + hour / 24, hour % 24);
    }

    private static int again(Case c) {
        return c.content().spells().again();
    }

    @Test
    void from_the_third_time_on_it_is_one_case_that_is_told_of_once() {
        flapping(3);
        comesAndGoes(2);
        assertThat(line.cases(LIMIT_EXCEEDED)).hasSize(2);
        List<String> told = line.notifications();
        hour(6, "212");
        List<Case> cases = line.cases(LIMIT_EXCEEDED);
        assertThat(cases).hasSize(2);
        Case flapping = cases.get(1);
        assertThat(flapping.state()).isEqualTo(Case.State.OPEN);
        assertThat(flapping.since()).isEqualTo(time("2026-11-23T04:00"));
        assertThat(flapping.text().zh()).contains("恢复后再次出现，共 2 次，累计 2 小时");
        assertThat(again(flapping)).isEqualTo(1);
        assertThat(line.notifications()).hasSizeGreaterThan(told.size()).contains("limit-exceeded AMENDED");
        told = line.notifications();
        hour(7, "150");
        assertThat(line.cases(LIMIT_EXCEEDED)).extracting(Case::state).containsOnly(Case.State.CLEARED);
        hour(8, "230");
        hour(9, "150");
        hour(10, "212");
        assertThat(line.notifications()).isEqualTo(told);
        cases = line.cases(LIMIT_EXCEEDED);
        assertThat(cases).hasSize(2);
        assertThat(again(cases.get(1))).isEqualTo(3);
        assertThat(cases.get(1).figure()).isEqualByComparingTo("230");
        assertThat(cases.get(1).state()).isEqualTo(Case.State.OPEN);
    }

    @Test
    void evaluating_again_changes_nothing_and_late_data_take_a_time_out() {
        flapping(2);
        comesAndGoes(3);
        Case one = line.only(LIMIT_EXCEEDED);
        assertThat(again(one)).isEqualTo(2);
        int steps = one.events().size();
        line.restart().hour(NOX, "2026-11-23T07:00", "150", 1);
        assertThat(line.only(LIMIT_EXCEEDED).events()).hasSize(steps);
        line.hour(NOX, "2026-11-23T04:00", "150", 1);
        assertThat(again(line.only(LIMIT_EXCEEDED))).isEqualTo(1);
        assertThat(line.only(LIMIT_EXCEEDED).since()).isEqualTo(time("2026-11-23T02:00"));
    }

    @Test
    void what_comes_again_after_the_window_is_a_case_of_its_own_and_so_is_everything_where_no_rule_says_otherwise() {
        flapping(2);
        comesAndGoes(1);
        hour(16, "212");
        assertThat(line.cases(LIMIT_EXCEEDED)).hasSize(2);
        assertThat(line.cases(LIMIT_EXCEEDED))
                .allSatisfy(c -> assertThat(again(c)).isZero());
    }

    @Test
    void without_such_a_rule_every_time_is_a_case() {
        line.set("alerts.limit-exceeded.clearAfter", "1").at("2026-11-23T00:10");
        comesAndGoes(4);
        assertThat(line.cases(LIMIT_EXCEEDED)).hasSize(4);
    }

    @Test
    void it_lasts_as_long_as_it_stood_and_is_as_old_as_it_began() {
        flapping(2);
        comesAndGoes(1);
        hour(8, "212");
        Case flapping = line.only(LIMIT_EXCEEDED);
        Spells spells = flapping.content().spells();
        assertThat(flapping.since()).isEqualTo(time("2026-11-23T02:00"));
        assertThat(spells.times()).isEqualTo(2);
        assertThat(spells.stood(flapping.content().coveredTo())).hasHours(2);
        assertThat(spells.running(flapping.content().coveredTo())).hasHours(1);
        // Seven hours have passed since it began, which would be orange.
        assertThat(handling(flapping).level()).isEqualTo(CaseLevel.YELLOW);
        line.restart();
        assertThat(line.only(LIMIT_EXCEEDED).content().spells()).isEqualTo(spells);
        hour(9, "150");
        flapping = line.only(LIMIT_EXCEEDED);
        assertThat(flapping.text().zh()).contains("共 2 次，累计 2 小时");
        assertThat(flapping.text().en()).contains("2 times, 2 hours in all");
        assertThat(flapping.content().spells().stood(flapping.content().coveredTo()))
                .hasHours(2);
    }

    @Test
    void a_case_of_before_this_was_kept_does_not_say_for_how_long_it_stood() {
        flapping(2);
        comesAndGoes(2);
        line.books().write(tx -> tx.handle()
                .execute("UPDATE alert_flap SET before_ms = NULL, spell_ms = NULL, spell_end_ms = NULL"));
        List<String> told = line.notifications();
        Spells spells = line.restart().only(LIMIT_EXCEEDED).content().spells();
        assertThat(spells.again()).isEqualTo(1);
        assertThat(spells.counted()).isFalse();
        assertThat(line.notifications()).isEqualTo(told);
    }

    @Test
    void what_the_enterprise_had_answered_is_reopened_when_it_comes_again_and_told_once() {
        flapping(2);
        comesAndGoes(2);
        Case first = line.only(LIMIT_EXCEEDED);
        Act answer = new Act(
                HandlingAction.ANSWER,
                Actor.ofEnterprise("zhang", "zhang"),
                first.events().size(),
                new StepDetails(
                        Map.of(
                                DetailField.CAUSE, "treatment",
                                DetailField.FROM, "2026-11-22T18:00:00Z",
                                DetailField.MEASURES, "已更换加药泵",
                                DetailField.RESPONSIBLE, "张工"),
                        List.of()));
        assertThat(handling(line.desk().act(first.id(), answer)).stage()).isEqualTo(HandlingStage.ANSWERED);
        List<String> told = line.notifications();
        hour(6, "212");
        Case again = line.only(LIMIT_EXCEEDED);
        assertThat(handling(again).stage()).isEqualTo(HandlingStage.PUSHED);
        assertThat(handling(again).due()).isEqualTo(time("2026-11-24T07:10"));
        assertThat(handling(again).number()).isEqualTo(handling(first).number());
        assertThat(Timeline.events(again)).endsWith(CaseEvent.Kind.AMENDED, CaseEvent.Kind.REOPENED);
        List<String> more = new ArrayList<>(line.notifications());
        told.forEach(more::remove);
        assertThat(more).isNotEmpty().containsOnly("limit-exceeded REOPENED");
        List<String> whole = line.notifications();
        hour(7, "150");
        hour(8, "212");
        assertThat(line.notifications()).isEqualTo(whole);
    }

    private static CaseHandling handling(Case c) {
        return Objects.requireNonNull(c.handling());
    }
}
