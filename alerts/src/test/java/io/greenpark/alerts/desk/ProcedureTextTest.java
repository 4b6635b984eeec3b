package io.greenpark.alerts.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseLevel;
import io.greenpark.alerts.handling.CaseTraits;
import io.greenpark.alerts.policy.PolicyFault;
import io.greenpark.park.registry.Outlet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Procedures as they are shipped, and what is told of those that cannot be used. */
class ProcedureTextTest {
    private static String code(Case.Rule rule, boolean key, Outlet.Standing standing) {
        return ShippedProcedures.read()
                .of(new CaseTraits(rule, CaseLevel.BLUE, key, standing))
                .code();
    }

    @Test
    void an_exceedance_at_an_accepted_outlet_demands_an_answer_and_a_clue_does_not() {
        assertThat(code(Case.Rule.LIMIT_EXCEEDED, true, Outlet.Standing.EVIDENCE))
                .isEqualTo("exceeded-key");
        assertThat(code(Case.Rule.LIMIT_EXCEEDED, false, Outlet.Standing.EVIDENCE))
                .isEqualTo("exceeded");
        assertThat(code(Case.Rule.LIMIT_EXCEEDED, true, Outlet.Standing.CLUE)).isEqualTo("told");
    }

    @ParameterizedTest
    @EnumSource(Case.Rule.class)
    void every_rule_has_a_procedure(Case.Rule rule) {
        assertThat(code(rule, false, null)).isNotBlank();
    }

    @Test
    void what_is_stored_reads_as_what_was_sent() {
        String stored = ProcedureText.canonical(ShippedProcedures.text());
        assertThat(stored).isEqualTo(ShippedProcedures.text());
        assertThat(ProcedureText.stored(stored)).isEqualTo(ShippedProcedures.read());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "answer":4             | "answer":"soon"         | "procedures[0].terms.answer": "soon" is not allowed; give a whole number 1..8760
            "answer":4             | "answer":{"amount":4,"unit":"weeks"} | "procedures[0].terms.answer.unit": "weeks" is not allowed; give one of hours, working-hours, working-days
            "answer":4             | "answer":{"amount":400,"unit":"working-days"} | "procedures[0].terms.answer.amount": 400 is not allowed; give a whole number 1..366
            "answer":4             | "anwser":4              | "procedures[0].terms.anwser"
            "code":"exceeded"      | "code":"exceeded-key"   | give a code that no other one has
            "standing":"evidence"  | "standing":"sure"       | "procedures[0].standing": "sure" is not allowed; give one of evidence, clue
            ["officer"]            | ["leader"]              | "procedures[0].roles.close"
            "multiple":"0.5"       | "multiple":"-1"         | "levels[0].multiple": "-1" is not allowed; give a number above 0
            "level":"yellow"       | "level":"blue"          | all else is blue
            "answered":false       | "rules":["limit-exceeded"],"answered":false | the last procedure must be for all cases
            """)
    void a_fault_is_told_with_its_place_its_value_and_what_is_allowed(String there, String instead, String said) {
        String text = ShippedProcedures.text();
        int at = text.indexOf(there);
        assertThat(at).isPositive();
        String spoilt = text.substring(0, at) + instead + text.substring(at + there.length());
        assertThatThrownBy(() -> ProcedureText.stored(spoilt))
                .isInstanceOf(PolicyFault.class)
                .hasMessageContaining(said);
    }
}
