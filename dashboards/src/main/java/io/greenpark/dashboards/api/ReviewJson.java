package io.greenpark.dashboards.api;

import io.greenpark.park.registry.ReviewRequest;
import io.greenpark.park.registry.ReviewRequest.Decision;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonObject;

/** What waits for a second person, as JSON. */
final class ReviewJson {
    private ReviewJson() {}

    /** @param viewer who looks: whose request it is, is told */
    static JsonObject of(ReviewRequest request, Viewer viewer) {
        boolean own = request.account().equals(viewer.account());
        Decision decision = request.decision();
        return new JsonObject()
                .put("number", request.number())
                .put("state", request.state().name())
                .put("at", Json.time(request.at(), Json.PLATFORM_ZONE))
                .put("who", request.who())
                .put("own", own)
                .put("source", request.source().name())
                .put("reason", request.reason())
                .put("matters", ChangeAnswers.codes(request.matters()))
                .put("policyName", request.policy())
                .put("documents", Json.array(request.edits(), e -> ChangeAnswers.keyJson(e.key())))
                .put("basedOn", request.basedOn())
                .put("emergency", request.emergency())
                .put("change", request.change())
                .put("decision", decision == null ? null : decisionJson(decision));
    }

    private static JsonObject decisionJson(Decision decision) {
        return new JsonObject()
                .put("verdict", decision.verdict().name())
                .put("at", Json.time(decision.at(), Json.PLATFORM_ZONE))
                .put("who", decision.who())
                .put("comment", decision.reason());
    }
}
