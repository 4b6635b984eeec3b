package io.greenpark.dashboards.api;

import io.greenpark.park.energy.Coverage;
import io.vertx.core.json.JsonObject;

/** How much of a period is known, measured and estimated: 0..1 of what was expected. */
final class CoverageJson {
    private CoverageJson() {}

    static void put(JsonObject json, Coverage coverage) {
        json.put("completeness", coverage.completeness())
                .put("measuredShare", coverage.measured())
                .put("estimatedShare", coverage.estimated());
    }

    /** Of the period that a figure is compared with. */
    static void putBase(JsonObject json, Coverage coverage) {
        json.put("baseCompleteness", coverage.completeness())
                .put("baseMeasuredShare", coverage.measured())
                .put("baseEstimatedShare", coverage.estimated());
    }
}
