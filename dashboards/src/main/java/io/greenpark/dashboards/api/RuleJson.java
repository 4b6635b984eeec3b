package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CitedRule;
import io.greenpark.alerts.rulebook.AlertRule;
import io.greenpark.alerts.rulebook.LegalBasis;
import io.greenpark.alerts.rulebook.RuleBook;
import io.greenpark.alerts.rulebook.RuleForm;
import io.greenpark.alerts.rulebook.RuleParameter;
import io.greenpark.alerts.rulebook.RuleScope;
import io.greenpark.alerts.rulebook.Season;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rules in JSON. */
final class RuleJson {
    private RuleJson() {}

    /** @param today which of its bases are over is as of then */
    static JsonObject rule(AlertRule rule, RuleBook book, Parks parks, LocalDate today) {
        Map<String, LegalBasis> bases = book.bases();
        return summary(rule, parks)
                .put("note", rule.note())
                .put("bases", Json.array(rule.bases(), id -> basis(id, bases.get(id), book, today)));
    }

    private static JsonObject summary(AlertRule rule, Parks parks) {
        Season season = rule.season();
        return new JsonObject()
                .put("id", rule.id())
                .put("version", rule.version())
                .put("kind", rule.kind().code())
                .put("kindText", Json.name(AlertTexts.of(rule.kind())))
                .put("scope", EnumCode.of(rule.scope()))
                .put("scopeText", Json.name(rule.scope().words()))
                .put("target", rule.scope() == RuleScope.DISTRICT ? null : rule.target())
                .put("name", Json.name(name(rule.scope(), rule.target(), parks)))
                .put("parameters", Json.array(RuleForm.of(rule.kind()).parameters(), p -> parameter(p)
                        .put("value", rule.text(p.name()))))
                .put(
                        "season",
                        season == null
                                ? null
                                : new JsonObject()
                                        .put("from", season.from().toString().substring(2))
                                        .put("to", season.to().toString().substring(2)))
                .put("trial", rule.trial())
                .put("from", text(rule.from()))
                .put("to", text(rule.to()))
                .put("confirmed", rule.confirmed());
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static JsonObject parameter(RuleParameter p) {
        return new JsonObject()
                .put("name", p.name())
                .put("text", Json.name(p.words()))
                .put("unit", Json.name(p.unit()));
    }

    private static JsonObject basis(String id, @Nullable LegalBasis basis, RuleBook book, LocalDate today) {
        LegalBasis now = book.inForce(id, today).orElse(null);
        boolean outdated = basis != null && basis.isOver(today);
        return new JsonObject()
                .put("id", id)
                .put("document", basis == null ? null : Json.name(basis.document()))
                .put("article", basis == null ? null : basis.article())
                .put("confirmed", basis != null && basis.confirmed())
                .put("outdated", outdated)
                .put("followedBy", outdated && now != null && !now.id().equals(id) ? now.id() : null);
    }

    /** What something is called; its id where it is not seen. */
    static Bilingual name(RuleScope scope, String target, Parks parks) {
        Registry seen = parks.registry();
        Bilingual id = Bilingual.same(target);
        return switch (scope) {
            case DISTRICT -> parks.district().name(seen);
            case PARK -> seen.park(target).map(p -> p.name()).orElse(id);
            case INDUSTRY -> IndustryTexts.of(target);
            case ENTERPRISE -> seen.enterprise(target).map(e -> e.name()).orElse(id);
            case OUTLET -> seen.outlet(target).map(o -> o.name()).orElse(id);
            case DEVICE -> seen.device(target).map(d -> d.name()).orElse(id);
            case POINT -> seen.point(target).map(p -> p.name()).orElse(id);
        };
    }

    /** What each kind may be for and judges by. */
    static JsonArray forms() {
        return Json.array(Arrays.stream(Case.Rule.values()).map(RuleForm::of).toList(), form -> new JsonObject()
                .put("kind", form.kind().code())
                .put("text", Json.name(AlertTexts.of(form.kind())))
                .put("besides", form.besides())
                .put("scopes", Json.array(form.scopes(), scope -> new JsonObject()
                        .put("code", EnumCode.of(scope))
                        .put("text", Json.name(scope.words()))))
                .put("parameters", Json.array(form.parameters(), p -> parameter(p)
                        .put("form", EnumCode.of(p.form()))
                        .put("least", p.least())
                        .put("most", p.most()))));
    }

    /** By what a case was judged, as it stood then; for whoever sees the case. Null for one of before rules were kept. */
    static @Nullable JsonObject cited(Optional<CitedRule> cited, Parks parks) {
        if (cited.isEmpty()) {
            return null;
        }
        JsonObject says = new JsonObject(cited.get().says());
        JsonObject rule = says.getJsonObject("rule");
        RuleForm form = Arrays.stream(Case.Rule.values())
                .filter(k -> k.code().equals(rule.getString("kind")))
                .map(RuleForm::of)
                .findFirst()
                .orElseThrow();
        RuleScope scope = Arrays.stream(RuleScope.values())
                .filter(s -> EnumCode.of(s).equals(rule.getString("scope")))
                .findFirst()
                .orElseThrow();
        JsonObject values = rule.getJsonObject("parameters");
        List<RuleParameter> known = form.parameters().stream()
                .filter(p -> values.getValue(p.name()) != null)
                .toList();
        return new JsonObject()
                .put("rule", rule.getString("id"))
                .put("version", rule.getLong("version"))
                .put("kindText", Json.name(AlertTexts.of(form.kind())))
                .put("scope", EnumCode.of(scope))
                .put("scopeText", Json.name(scope.words()))
                .put("name", Json.name(name(scope, rule.getString("target"), parks)))
                .put("parameters", Json.array(known, p -> parameter(p)
                        .put("value", values.getValue(p.name()).toString())))
                .put("trial", rule.getBoolean("trial"))
                .put("confirmed", says.getBoolean("confirmed"))
                .put("day", says.getString("day"))
                .put("bases", Json.array(objects(says.getJsonArray("bases")), b -> new JsonObject()
                        .put("id", b.getString("id"))
                        .put("version", b.getLong("version"))
                        .put("document", b.getJsonObject("document"))
                        .put("article", b.getString("article"))
                        .put("text", b.getJsonObject("text"))
                        .put("confirmed", b.getBoolean("confirmed"))));
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }
}
