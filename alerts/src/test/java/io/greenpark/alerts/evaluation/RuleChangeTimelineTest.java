package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.TestPark.NOX;
import static io.greenpark.alerts.Timeline.events;
import static io.greenpark.alerts.cases.Case.Rule.LIMIT_EXCEEDED;
import static io.greenpark.alerts.cases.CaseEvent.Kind.RAISED;
import static io.greenpark.alerts.rulebook.RuleDocuments.exceeded;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.RuleCitations;
import io.greenpark.store.books.BooksKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What changes of rules do to what is judged. */
class RuleChangeTimelineTest {
    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private static final String TRIAL = "\"trial\": true";

    private Case trial() {
        return line.cases(LIMIT_EXCEEDED).stream()
                .filter(Case::trial)
                .findFirst()
                .orElseThrow();
    }

    private List<Case> real() {
        return line.cases(LIMIT_EXCEEDED).stream().filter(c -> !c.trial()).toList();
    }

    @Test
    void a_case_cites_the_rule_it_was_raised_by_with_version_and_basis_and_keeps_it() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1);
        Case raised = line.only(LIMIT_EXCEEDED);
        assertThat(line.citedBy(raised).id()).isEqualTo("limit-exceeded");
        assertThat(line.citedBy(raised).version()).isZero();
        assertThat(line.citedBy(raised).says()).contains("第十七条", "\"confirmed\":false", "\"day\":\"2026-11-23\"");
        line.rule("limit-exceeded", 0, exceeded("district", "", 1, "2026-11-23"));
        line.at("2026-11-23T12:10").hour(NOX, "2026-11-23T11:00", "260", 1);
        assertThat(line.citedBy(line.only(LIMIT_EXCEEDED)).version()).isZero();
    }

    @Test
    void a_change_holds_from_its_day_on_and_leaves_what_was_judged_before() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1);
        line.rule("limit-exceeded", 0, exceeded("district", "", 3, "2026-11-24"));
        line.at("2026-11-23T12:10").hour(NOX, "2026-11-23T11:00", "150", 1);
        line.at("2026-11-23T13:10").hour(NOX, "2026-11-23T12:00", "150", 1);
        assertThat(line.only(LIMIT_EXCEEDED).state()).isEqualTo(Case.State.CLEARED);
        line.at("2026-11-24T11:10").hour(NOX, "2026-11-24T10:00", "212", 1);
        line.at("2026-11-24T12:10").hour(NOX, "2026-11-24T11:00", "212", 1);
        assertThat(line.cases(LIMIT_EXCEEDED)).hasSize(1);
        line.at("2026-11-24T13:10").hour(NOX, "2026-11-24T12:00", "212", 1);
        List<Case> cases = line.cases(LIMIT_EXCEEDED);
        assertThat(cases).extracting(Case::state).containsExactly(Case.State.CLEARED, Case.State.OPEN);
        assertThat(line.citedBy(cases.get(1)).version()).isEqualTo(1);
        // Late data of the former day are judged by what held then.
        line.hour(NOX, "2026-11-23T10:00", "214", 1);
        assertThat(line.cases(LIMIT_EXCEEDED)).extracting(Case::state).doesNotContain(Case.State.WITHDRAWN);
    }

    @Test
    void a_rule_on_trial_judges_beside_the_one_in_force_and_tells_nobody() {
        line.at("2026-11-23T08:00");
        line.rule("", 0, exceeded("point", NOX, 2, "2026-11-23", TRIAL));
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1);
        assertThat(line.only(LIMIT_EXCEEDED).trial()).isFalse();
        line.at("2026-11-23T12:10").hour(NOX, "2026-11-23T11:00", "212", 1);
        assertThat(real()).hasSize(1);
        assertThat(line.citedBy(trial()).id()).isEqualTo("limit-exceeded-2");
        assertThat(trial().handling()).isNull();
        assertThat(trial().pointId()).isEqualTo(NOX);
        assertThat(line.notifications()).containsOnly("limit-exceeded RAISED");
        RuleCitations.Raised raised = line.books().read(handle -> RuleCitations.raised(handle, "limit-exceeded-2", 1));
        assertThat(raised).isEqualTo(new RuleCitations.Raised(1, 1, 0));
        line.at("2026-11-23T13:10").hour(NOX, "2026-11-23T12:00", "150", 1);
        line.at("2026-11-23T14:10").hour(NOX, "2026-11-23T13:00", "150", 1);
        assertThat(line.cases(LIMIT_EXCEEDED)).extracting(Case::state).containsOnly(Case.State.CLEARED);
    }

    @Test
    void what_a_trial_left_open_ends_with_it() {
        line.at("2026-11-23T08:00");
        line.rule("", 0, exceeded("point", NOX, 1, "2026-11-23", TRIAL + ", \"to\": \"2026-11-23\""));
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1);
        line.endCases();
        assertThat(line.cases(LIMIT_EXCEEDED)).extracting(Case::state).containsOnly(Case.State.OPEN);
        line.at("2026-11-24T00:10").endCases();
        assertThat(trial().state()).isEqualTo(Case.State.CLEARED);
        assertThat(trial().text().zh()).contains("试行规则已结束");
        assertThat(real()).extracting(Case::state).containsOnly(Case.State.OPEN);
    }

    @Test
    void the_first_start_after_an_upgrade_judges_and_tells_nothing_anew() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212", 1);
        List<String> told = line.notifications();
        line.books().write(tx -> tx.handle().execute("DELETE FROM alert_case_rule"));
        line.upgrade().at("2026-11-23T11:20").endCases();
        assertThat(line.notifications()).isEqualTo(told);
        assertThat(events(line.only(LIMIT_EXCEEDED)).stream().filter(k -> k == RAISED || k == CaseEvent.Kind.AMENDED))
                .containsExactly(RAISED);
        assertThat(line.books().<Integer, RuntimeException>read(handle -> handle.createQuery(
                                "SELECT count(*) FROM policy_version WHERE kind LIKE 'alert-rule/%'")
                        .mapTo(Integer.class)
                        .one()))
                .isZero();
    }
}
