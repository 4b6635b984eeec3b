package io.greenpark.alerts.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CitedRule;
import io.greenpark.alerts.policy.PolicyJson;
import io.greenpark.alerts.text.RuleTexts;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.text.Bilingual;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** By which rule a case was raised and on what that rests, for people who have nothing but a message. What nobody has confirmed says so. */
public final class CitedWords {
    private static final Bilingual UNCONFIRMED = new Bilingual("（未核实）", " (unconfirmed)");
    private static final Bilingual CONFIRMED = new Bilingual("", "");

    private CitedWords() {}

    /** A line for the rule, and one for each of its bases. */
    public static Bilingual of(CitedRule cited) {
        JsonNode says = PolicyJson.root("says", cited.says()).json();
        List<Bilingual> lines = new ArrayList<>();
        lines.add(rule(cited, says.path("rule")));
        says.path("bases").forEach(basis -> lines.add(basis(basis)));
        return new Bilingual(
                lines.stream().map(Bilingual::zh).collect(Collectors.joining("\n")),
                lines.stream().map(Bilingual::en).collect(Collectors.joining("\n")));
    }

    private static Bilingual rule(CitedRule cited, JsonNode rule) {
        Bilingual kind = RuleTexts.of(Arrays.stream(Case.Rule.values())
                .filter(k -> k.code().equals(rule.path("kind").asText()))
                .findFirst()
                .orElseThrow());
        Bilingual scope = Arrays.stream(RuleScope.values())
                .filter(s -> EnumCode.of(s).equals(rule.path("scope").asText()))
                .findFirst()
                .orElseThrow()
                .words();
        Bilingual doubt = doubt(rule);
        return new Bilingual(
                "判定规则：" + kind.zh() + "（" + scope.zh() + "，" + cited.id() + " 第 " + cited.version() + " 版）"
                        + doubt.zh(),
                "Judged by: " + kind.en() + " (" + scope.en() + "; " + cited.id() + ", version " + cited.version() + ")"
                        + doubt.en());
    }

    private static Bilingual basis(JsonNode basis) {
        String article = basis.path("article").asText("");
        Bilingual doubt = doubt(basis);
        return new Bilingual(
                "依据：" + basis.path("document").path("zh").asText() + (article.isEmpty() ? "" : "，" + article)
                        + doubt.zh(),
                "Basis: " + basis.path("document").path("en").asText() + (article.isEmpty() ? "" : ", " + article)
                        + doubt.en());
    }

    private static Bilingual doubt(JsonNode said) {
        return said.path("confirmed").asBoolean() ? CONFIRMED : UNCONFIRMED;
    }
}
