package io.greenpark.dashboards.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.alerts.marking.MarkKind;
import io.greenpark.alerts.marking.MarkingRules;
import io.greenpark.alerts.marking.MarkingRulesKind;
import io.greenpark.alerts.policy.Policies;
import io.greenpark.alerts.policy.PolicyFault;
import io.greenpark.alerts.policy.PolicyVersion;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.text.Bilingual;
import io.greenpark.store.books.Books;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;

/** By when own data are marked and what that does, with all rules that there were; changed by officers of the whole district. */
final class MarkingRulesAnswers {
    private static final List<String> FIELDS = List.of("term", "decideWithin", "longest", "rules");

    private final Books books;
    private final Policies<MarkingRules> rules = new Policies<>(new MarkingRulesKind());
    private final Parks parks;
    private final PolicyVersions told;
    private final AuditLog audit;
    private final Clock clock;

    MarkingRulesAnswers(ConsoleSources sources, Clock clock) {
        this.books = sources.books();
        this.parks = new Parks(sources.registry());
        this.told = new PolicyVersions(parks, new Bilingual("标记规则", "the marking rules"));
        this.audit = sources.audit();
        this.clock = clock;
    }

    JsonObject one(Question question) {
        question.allow("version");
        List<PolicyVersion<MarkingRules>> all = books.read(rules::all);
        return json(told.asked(question, all), all);
    }

    private JsonObject json(PolicyVersion<MarkingRules> one, List<PolicyVersion<MarkingRules>> all) {
        JsonObject document = new JsonObject(one.document());
        JsonObject json = told.json(one, all)
                .put("kinds", kinds())
                .put(
                        "earliest",
                        Json.time(
                                one.says().term().earliest(clock.instant(), parks.districtZone()),
                                parks.districtZone()));
        FIELDS.forEach(field -> json.put(field, document.getValue(field)));
        return json;
    }

    private static JsonArray kinds() {
        return Json.array(List.of(MarkKind.values()), kind -> new JsonObject()
                .put("kind", EnumCode.of(kind))
                .put("name", Json.name(kind.words()))
                .put("group", EnumCode.of(kind.group()))
                .put("groupName", Json.name(kind.group().words())));
    }

    JsonObject change(Question question) {
        question.allow();
        RequestBody asked = new RequestBody(question, "based", "reason", "term", "decideWithin", "longest", "rules");
        String reason = asked.reason();
        long based = asked.whole("based");
        JsonObject document = new JsonObject();
        FIELDS.forEach(field -> document.put(field, question.body().getValue(field)));
        PolicyVersion<MarkingRules> made;
        try {
            made = rules.change(
                            books,
                            clock,
                            document.encode(),
                            based,
                            question.viewer().person(),
                            reason)
                    .orElseThrow(() -> seenEarlier(based));
        } catch (PolicyFault e) {
            throw Problem.badRequest(e.words());
        }
        audit.append(question.draft(AuditAction.MARKING_RULES_CHANGED)
                .on("marking-rules", Long.toString(made.version()))
                .change(
                        JsonNodeFactory.instance.objectNode().put("version", based),
                        RecordedState.of(new JsonObject(made.document()).put("version", made.version())))
                .because(reason));
        return json(made, books.read(rules::all));
    }

    private Problem seenEarlier(long based) {
        long now = books.read(rules::newest).version();
        return Problem.of(
                409,
                new Bilingual("标记规则已被修改", "The marking rules have been changed"),
                new Bilingual(
                        "标记规则已是第 " + now + " 版，您修改的是第 " + based + " 版；请刷新后再改，未作任何更改",
                        "the marking rules are at version " + now + ", you changed version " + based
                                + "; look at them again. Nothing was changed"));
    }
}
