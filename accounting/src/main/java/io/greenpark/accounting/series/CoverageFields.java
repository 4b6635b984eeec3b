package io.greenpark.accounting.series;

import io.greenpark.park.energy.Coverage;
import io.greenpark.store.series.SeriesSchema;
import java.util.Map;

/** How much of a period is known, measured and estimated, as fields. */
final class CoverageFields {
    private CoverageFields() {}

    static void putCoverage(Map<String, Object> fields, Coverage coverage) {
        fields.put(SeriesSchema.COMPLETENESS, coverage.completeness());
        fields.put(SeriesSchema.MEASURED_SHARE, coverage.measured());
        fields.put(SeriesSchema.ESTIMATED_SHARE, coverage.estimated());
    }
}
