package io.greenpark.dashboards.api;

import io.greenpark.alerts.policy.PolicyVersion;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The versions of a policy, newest first and the shipped one (0) last, as they are asked for and told. */
final class PolicyVersions {
    private final Parks parks;
    private final Bilingual policy;

    /** @param policy what it is called within a sentence: the notice plan */
    PolicyVersions(Parks parks, Bilingual policy) {
        this.parks = parks;
        this.policy = policy;
    }

    /** The one that a question asks for ({@code version}), or the newest. */
    <T> PolicyVersion<T> asked(Question question, List<PolicyVersion<T>> all) {
        long newest = all.get(0).version();
        long wanted = question.integer("version", (int) newest, 0, Integer.MAX_VALUE);
        return all.stream()
                .filter(v -> v.version() == wanted)
                .findFirst()
                .orElseThrow(() -> Problem.notFound(new Bilingual(
                        "没有第 " + wanted + " 版" + policy.zh() + "；现有第 0 至 " + newest + " 版",
                        "there is no version " + wanted + " of " + policy.en() + "; there are 0 to " + newest)));
    }

    /** One of them, with all beside it. */
    <T> JsonObject json(PolicyVersion<T> one, List<PolicyVersion<T>> all) {
        return version(one)
                .put("newest", one.version() == all.get(0).version())
                .put("versions", Json.array(all, this::version));
    }

    private JsonObject version(PolicyVersion<?> one) {
        return new JsonObject()
                .put("version", one.version())
                .put("at", one.version() == 0 ? null : Json.time(one.at(), parks.districtZone()))
                .put("by", one.by())
                .put("reason", one.reason());
    }
}
