package io.greenpark.dashboards.api;

import io.greenpark.park.energy.Coverage;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.time.PeriodState;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * How much of a period is known, measured and estimated: 0..1 of what was expected; null, and not 0, where nothing was, as of
 * whom nothing is metered and of periods to come.
 */
final class CoverageJson {
    private CoverageJson() {}

    /** @param known null where nothing was expected */
    static void put(JsonObject json, @Nullable Coverage known) {
        put(json, known, "completeness", "measuredShare", "estimatedShare");
    }

    /** Of the period that a figure is compared with. */
    static void putBase(JsonObject json, @Nullable Coverage known) {
        put(json, known, "baseCompleteness", "baseMeasuredShare", "baseEstimatedShare");
    }

    private static void put(
            JsonObject json, @Nullable Coverage known, String completeness, String measured, String estimated) {
        json.put(completeness, known == null ? null : known.completeness())
                .put(measured, known == null ? null : known.measured())
                .put(estimated, known == null ? null : known.estimated());
    }

    /** Why a period has no completeness; null if it has one. */
    static @Nullable Reason unknown(PeriodState period, @Nullable Reason unmetered) {
        return period == PeriodState.FUTURE ? Reason.of(Cause.PERIOD_NOT_BEGUN) : unmetered;
    }
}
