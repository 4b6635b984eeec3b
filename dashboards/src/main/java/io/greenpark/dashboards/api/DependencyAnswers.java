package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.policy.PolicyVersion;
import io.greenpark.alerts.rulebook.Dependencies;
import io.greenpark.alerts.rulebook.Relation;
import io.greenpark.alerts.rulebook.RuleBooks;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.review.PolicyReviews.Submitted;
import io.greenpark.store.books.Books;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;

/** Which kind of case explains which, with all versions that there were; changed by officers of the whole district. */
final class DependencyAnswers {
    private static final List<String> FIELDS = List.of("dependencies");

    private final Books books;
    private final RuleBooks rules;
    private final PolicyVersions told;
    private final PolicyAnswers policies;

    DependencyAnswers(ConsoleSources sources, PolicyAnswers policies) {
        this.books = sources.books();
        this.rules = sources.ruleBooks();
        this.told = new PolicyVersions(new Parks(sources.registry()), new Bilingual("说明关系", "what explains what"));
        this.policies = policies;
    }

    JsonObject one(Question question) {
        question.allow("version");
        List<PolicyVersion<Dependencies>> all = books.read(rules::dependencyHistory);
        return json(question, told.asked(question, all), all);
    }

    private JsonObject json(Question question, PolicyVersion<Dependencies> one, List<PolicyVersion<Dependencies>> all) {
        return told.json(one, all)
                .put("dependencies", new JsonObject(one.document()).getJsonArray("dependencies"))
                .put("kinds", kinds())
                .put("relations", Json.array(Arrays.asList(Relation.values()), r -> new JsonObject()
                        .put("code", EnumCode.of(r))
                        .put("text", Json.name(r.words()))))
                .put(
                        "review",
                        policies.openByPolicy(question.viewer(), ReviewedMatter.ALERT_RULES)
                                .get(ReviewedRules.DEPENDENCIES));
    }

    private static JsonArray kinds() {
        JsonArray kinds = Json.array(
                Arrays.asList(Case.Rule.values()),
                kind -> new JsonObject().put("code", kind.code()).put("text", Json.name(AlertTexts.of(kind))));
        return kinds.add(
                new JsonObject().put("code", AlertTexts.STOPPED).put("text", Json.name(AlertTexts.STOPPED_TEXT)));
    }

    Reply change(Question question) {
        question.allow();
        WantedRule wanted = WantedRule.orEmergency(question, FIELDS);
        Submitted submitted = policies.submit(
                question,
                ReviewedMatter.ALERT_RULES,
                ReviewedRules.DEPENDENCIES,
                wanted.based(),
                wanted.document(),
                wanted.reason(),
                wanted.emergency());
        if (submitted.outdated()) {
            throw seenEarlier(wanted.based(), submitted.version());
        }
        List<PolicyVersion<Dependencies>> all = books.read(rules::dependencyHistory);
        return Reply.of(submitted.applied() ? 200 : 202, json(question, all.get(0), all), null);
    }

    private static Problem seenEarlier(long based, long now) {
        return Problem.of(
                409,
                new Bilingual("说明关系已被修改", "What explains what has been changed"),
                new Bilingual(
                        "说明关系已是第 " + now + " 版，您修改的是第 " + based + " 版；请刷新后再改，未作任何更改",
                        "what explains what is at version " + now + ", you changed version " + based
                                + "; look at it again. Nothing was changed"));
    }
}
