package io.greenpark.dashboards.api;

import io.greenpark.alerts.notice.NoticePlan;
import io.greenpark.alerts.notice.NoticePlanKind;
import io.greenpark.alerts.policy.Policies;
import io.greenpark.alerts.policy.PolicyVersion;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.review.PolicyReviews.Submitted;
import io.greenpark.store.books.Books;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Who is told of what, and when, with all plans that there were; changed by officers of the whole district. */
final class NoticePlanAnswers {
    private static final List<String> FIELDS = List.of("rules", "steps", "caps", "time", "monday");

    private final Books books;
    private final Policies<NoticePlan> plans = new Policies<>(new NoticePlanKind());
    private final PolicyVersions told;
    private final PolicyAnswers policies;

    NoticePlanAnswers(ConsoleSources sources, PolicyAnswers policies) {
        this.books = sources.books();
        this.told = new PolicyVersions(new Parks(sources.registry()), new Bilingual("推送规则", "the notice plan"));
        this.policies = policies;
    }

    JsonObject one(Question question) {
        question.allow("version");
        List<PolicyVersion<NoticePlan>> all = books.read(plans::all);
        return json(question, told.asked(question, all), all);
    }

    private JsonObject json(Question question, PolicyVersion<NoticePlan> one, List<PolicyVersion<NoticePlan>> all) {
        JsonObject document = new JsonObject(one.document());
        JsonObject json =
                told.json(one, all).put("review", policies.open(question.viewer(), ReviewedMatter.NOTICE_PLAN));
        FIELDS.forEach(field -> json.put(field, document.getValue(field)));
        return json;
    }

    Reply change(Question question) {
        question.allow();
        RequestBody asked =
                new RequestBody(question, "based", "reason", "emergency", "rules", "steps", "caps", "time", "monday");
        JsonObject document = new JsonObject();
        FIELDS.forEach(field -> document.put(field, question.body().getValue(field)));
        long based = asked.whole("based");
        Submitted submitted = policies.submit(
                question,
                ReviewedMatter.NOTICE_PLAN,
                based,
                document.encode(),
                asked.reason(),
                asked.flag("emergency"));
        if (submitted.outdated()) {
            throw seenEarlier(based);
        }
        List<PolicyVersion<NoticePlan>> all = books.read(plans::all);
        return Reply.of(submitted.applied() ? 200 : 202, json(question, all.get(0), all), null);
    }

    private Problem seenEarlier(long based) {
        long now = books.read(plans::newest).version();
        return Problem.of(
                409,
                new Bilingual("推送规则已被修改", "The notice plan has been changed"),
                new Bilingual(
                        "推送规则已是第 " + now + " 版，您修改的是第 " + based + " 版；请刷新后再改，未作任何更改",
                        "the notice plan is at version " + now + ", you changed version " + based
                                + "; look at it again. Nothing was changed"));
    }
}
