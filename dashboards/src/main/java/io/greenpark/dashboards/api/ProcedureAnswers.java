package io.greenpark.dashboards.api;

import io.greenpark.alerts.desk.HandlingDesk;
import io.greenpark.alerts.desk.ProcedureVersion;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.review.PolicyReviews.Submitted;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The procedures by which cases are handled, with all that there were before; changed by officers of the whole district. */
final class ProcedureAnswers {
    private final Parks parks;
    private final HandlingDesk desk;
    private final PolicyAnswers policies;

    ProcedureAnswers(ConsoleSources sources, PolicyAnswers policies) {
        this.parks = new Parks(sources.registry());
        this.desk = sources.handling();
        this.policies = policies;
    }

    JsonObject one(Question question) {
        question.allow("version");
        List<ProcedureVersion> all = desk.procedureVersions();
        long wanted = question.text("version").isEmpty()
                ? all.get(0).version()
                : question.integer("version", 1, 1, Integer.MAX_VALUE);
        ProcedureVersion found = all.stream()
                .filter(v -> v.version() == wanted)
                .findFirst()
                .orElseThrow(() -> Problem.notFound(new Bilingual(
                        "没有第 " + wanted + " 版办理规程；现有第 1 至 " + all.get(0).version() + " 版",
                        "there is no version " + wanted + " of the procedures; there are 1 to "
                                + all.get(0).version())));
        return json(question, found, all);
    }

    private JsonObject json(Question question, ProcedureVersion one, List<ProcedureVersion> all) {
        JsonObject document = new JsonObject(one.document());
        return version(one)
                .put("newest", one.version() == all.get(0).version())
                .put("procedures", document.getJsonArray("procedures"))
                .put("levels", document.getJsonArray("levels"))
                .put("review", policies.open(question.viewer(), ReviewedMatter.CASE_PROCEDURES))
                .put("versions", Json.array(all, this::version));
    }

    private JsonObject version(ProcedureVersion one) {
        return new JsonObject()
                .put("version", one.version())
                .put("at", Json.time(one.at(), parks.districtZone()))
                .put("by", one.by())
                .put("reason", one.reason());
    }

    Reply change(Question question) {
        question.allow();
        RequestBody asked = new RequestBody(question, "based", "reason", "emergency", "procedures", "levels");
        JsonObject body = question.body();
        String document = new JsonObject()
                .put("procedures", body.getValue("procedures"))
                .put("levels", body.getValue("levels"))
                .encode();
        long based = asked.whole("based");
        // So that there is a version to be based on.
        desk.procedures();
        Submitted submitted = policies.submit(
                question, ReviewedMatter.CASE_PROCEDURES, based, document, asked.reason(), asked.flag("emergency"));
        if (submitted.outdated()) {
            throw seenEarlier(based, submitted.version());
        }
        List<ProcedureVersion> all = desk.procedureVersions();
        return Reply.of(submitted.applied() ? 200 : 202, json(question, all.get(0), all), null);
    }

    private static Problem seenEarlier(long based, long now) {
        return Problem.of(
                409,
                new Bilingual("办理规程已被修改", "The procedures have been changed"),
                new Bilingual(
                        "办理规程已是第 " + now + " 版，您修改的是第 " + based + " 版；请刷新后再改，未作任何更改",
                        "the procedures are at version " + now + ", you changed version " + based
                                + "; look at them again. Nothing was changed"));
    }
}
