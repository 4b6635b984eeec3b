package io.greenpark.accounting.check;

import io.greenpark.park.energy.Quality;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Carrier;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the books say, in one view of them; by the starts of periods from a time to another, exclusive. */
public interface BookedFigures {
    Map<Long, BookedHour> hours(String point, Span within);

    Map<SumKey, BookedSum> sums(String enterprise, Step step, Span within);

    Map<Long, BookedMean> means(String point, Step step, Span within);

    /** What is left of a time of a point that the means of days may rest on, in order: all but what an objection was right about. */
    List<Span> counting(String point, Span time);

    /** Which of these points have hours that are yet to be booked. */
    Set<String> unbooked(Collection<String> points);

    /**
     * An hour of a point.
     *
     * @param amount in base units; null if it is missing
     * @param share of it that is estimated, seen from the hour; null if the version that booked it may not have said
     */
    record BookedHour(
            @Nullable Long amount,
            long coveredMs,
            Quality quality,
            @Nullable EstimatedShare share) {}

    /** Which sum of an enterprise. */
    record SumKey(Carrier carrier, long startMs) {}

    /**
     * A sum of an enterprise.
     *
     * @param amount in base units; null if it is missing
     * @param coveredMs added up over its points
     * @param estimated how many hours of points in it are ESTIMATED
     * @param corrected how many are CORRECTED
     * @param share of it that is estimated, seen from the period; null if the version that booked it did not say
     */
    record BookedSum(
            @Nullable Long amount,
            long coveredMs,
            int estimated,
            int corrected,
            @Nullable EstimatedShare share) {}

    /** A mean of a discharge point. */
    record BookedMean(@Nullable BigDecimal mean, double completeness, Quality quality) {}
}
