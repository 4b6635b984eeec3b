package io.greenpark.store.series;

import io.greenpark.store.books.Mark;
import java.util.List;
import java.util.Set;

/**
 * A measurement with fields that a statistic follows from. They are written only where all of the statistics may be told to
 * whoever looks at InfluxDB; all other fields always are.
 *
 * @param kind of the marks its points belong to
 * @param subjectTag the tag that holds the subject of such a mark
 * @param dated whether a point's time is the start of its mark; if not, all points of a subject belong to one mark at 0
 */
public record GuardedSeries(String measurement, Mark.Kind kind, String subjectTag, boolean dated, Set<String> fields) {
    private static final Set<String> OF_INTENSITIES = Set.of(
            SeriesSchema.IVA_CNY,
            SeriesSchema.TCE_PER_10K_CNY,
            SeriesSchema.CHANGE_PERCENT,
            SeriesSchema.YEAR_TO_DATE + SeriesSchema.IVA_CNY,
            SeriesSchema.YEAR_TO_DATE + SeriesSchema.TCE_PER_10K_CNY,
            SeriesSchema.YEAR_TO_DATE + SeriesSchema.CHANGE_PERCENT,
            SeriesSchema.GAP_POINTS);

    /** All there are. */
    public static final List<GuardedSeries> ALL = List.of(
            new GuardedSeries(
                    SeriesSchema.INTENSITY_MONTH,
                    Mark.Kind.INTENSITY_MONTH,
                    SeriesSchema.TAG_ENTERPRISE,
                    true,
                    OF_INTENSITIES),
            new GuardedSeries(
                    SeriesSchema.ALERT, Mark.Kind.ALERT, SeriesSchema.TAG_CASE, false, Set.of(SeriesSchema.FIGURE)),
            new GuardedSeries(
                    SeriesSchema.AREA_INTENSITY_MONTH,
                    Mark.Kind.INTENSITY_MONTH,
                    SeriesSchema.TAG_AREA,
                    true,
                    OF_INTENSITIES));
}
