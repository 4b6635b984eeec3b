package io.greenpark.paper;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Means or sums of periods drawn over time, beside what they are held against. What is missing is a gap.
 *
 * @param title what is drawn, with its unit
 * @param zone in which times are said
 * @param periods oldest first
 * @param bounds lines across
 */
public record TimeChart(String title, ZoneId zone, List<Period> periods, List<Bound> bounds) {
    public TimeChart {
        periods = List.copyOf(periods);
        bounds = List.copyOf(bounds);
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("a chart without a single period has no axis");
        }
    }

    /**
     * The figure of a time.
     *
     * @param marked whether it is one that the document is about: over its limit, e.g.
     */
    public record Period(Instant from, Instant to, BigDecimal value, boolean marked) {}

    /** A line across, named at its end. */
    public record Bound(String name, BigDecimal value) {}
}
