package io.greenpark.alerts.rulebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.alerts.policy.PolicyJson;
import java.time.LocalDate;
import java.util.List;

/** What a case keeps of the rule that raised it: a rule that is changed later, and a basis that is replaced, leave it as it was. */
public final class RuleSaid {
    private RuleSaid() {}

    /**
     * The rule with what it cites of something on a day, as JSON with sorted keys. {@code confirmed} holds where the rule is confirmed and all that it
     * cites is.
     */
    public static String of(RuleBook book, AlertRule rule, RulePlace place, LocalDate day) {
        List<LegalBasis> cited = book.cited(rule, place, day);
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        ObjectNode own = RuleDocument.write(rule);
        own.remove(List.of("bases", "note"));
        own.put("id", rule.id());
        own.put("version", rule.version());
        said.set("rule", own);
        said.put("confirmed", rule.confirmed() && cited.stream().allMatch(LegalBasis::confirmed));
        said.put("day", day.toString());
        ArrayNode bases = said.putArray("bases");
        cited.forEach(basis -> {
            ObjectNode one = BasisDocument.write(basis);
            one.put("id", basis.id());
            one.put("version", basis.version());
            bases.add(one);
        });
        return PolicyJson.canonical("says", said.toString());
    }
}
