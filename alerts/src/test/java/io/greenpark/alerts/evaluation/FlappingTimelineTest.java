package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.TestPark.NOX;
import static io.greenpark.alerts.Timeline.time;
import static io.greenpark.alerts.cases.Case.Rule.LIMIT_EXCEEDED;
import static io.greenpark.alerts.rulebook.RuleDocuments.exceeded;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseFlaps;
import io.greenpark.store.books.BooksKind;
import java.util.List;
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

    private int again(Case c) {
        return line.books().read(handle -> CaseFlaps.of(handle, c.id()));
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
        assertThat(flapping.text().zh()).contains("再次出现 1 次");
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
}
