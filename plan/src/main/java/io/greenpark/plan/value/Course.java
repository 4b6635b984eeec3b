package io.greenpark.plan.value;

import io.greenpark.plan.target.Counting;
import io.greenpark.plan.target.PlanPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The figures of a target from the first year of its plan up to a period, and what they come to. */
public final class Course {
    private final int firstYear;
    private final PlanPeriod at;
    private final LocalDate today;
    private final NavigableMap<PlanPeriod, Figure> figures = new TreeMap<>();

    /**
     * The figures of some periods.
     *
     * @param today the day in the district on which it is looked at
     * @param figures of any periods; those after {@code at} or before the plan do not count
     */
    public Course(int firstYear, PlanPeriod at, LocalDate today, Collection<Figure> figures) {
        this.firstYear = firstYear;
        this.at = at;
        this.today = today;
        for (Figure figure : figures) {
            PlanPeriod period = figure.period();
            boolean within = period.year() >= firstYear && period.quartersSince(0) <= at.quartersSince(0);
            if (within && figure.known()) {
                this.figures.put(period, figure);
            }
        }
    }

    public PlanPeriod at() {
        return at;
    }

    /** Whether a period is over: up to where it is looked at, and by the day. A year is not over in its last quarter. */
    public boolean isOver(PlanPeriod period) {
        return at.quartersSince(0) >= period.quartersSince(0) && !period.end().isAfter(today);
    }

    /** The newest figure up to the period; empty where nobody knows any. */
    public Optional<Figure> newest() {
        return figures.isEmpty()
                ? Optional.empty()
                : Optional.of(figures.lastEntry().getValue());
    }

    /** The newest figure of a year up to the period. */
    public Optional<Figure> ofYear(int year) {
        return figures.descendingMap().values().stream()
                .filter(f -> f.period().year() == year)
                .findFirst();
    }

    /**
     * A sum.
     *
     * @param value of what is known; null where nothing is
     * @param whole whether every period is known up to the end, so that the sum is the amount and not a part of it
     */
    public record Total(@Nullable BigDecimal value, boolean whole) {}

    /** What there is in all. A figure of a year stands for its quarters. */
    public Total total(Counting counting) {
        if (counting == Counting.TO_DATE) {
            BigDecimal newest = newest().map(Figure::value).orElse(null);
            return new Total(newest, newest != null);
        }
        BigDecimal sum = null;
        boolean whole = true;
        for (int year = firstYear; year <= at.year(); year++) {
            PlanPeriod end = year == at.year() ? at : PlanPeriod.year(year);
            Figure ofYear = figures.get(PlanPeriod.year(year));
            if (ofYear != null && ofYear.value() != null && end.endsYear()) {
                sum = plus(sum, ofYear.value());
                continue;
            }
            for (PlanPeriod quarter : end.quartersOfYear()) {
                Figure figure = figures.get(quarter);
                if (figure == null || figure.value() == null) {
                    whole = false;
                } else {
                    sum = plus(sum, figure.value());
                }
            }
        }
        return new Total(sum, whole && sum != null);
    }

    /**
     * What other periods come to beside the one that is looked at: to it a value of that one adds.
     *
     * @return null where none is known, or where such a value would add nothing, as beside the figure of its year
     */
    public @Nullable BigDecimal beside(Counting counting) {
        if (counting == Counting.TO_DATE
                || (at.quarter() != null && at.endsYear() && figures.containsKey(PlanPeriod.year(at.year())))) {
            return null;
        }
        Course others = new Course(
                firstYear,
                at.quarter() == null ? PlanPeriod.year(at.year() - 1) : at,
                today,
                figures.values().stream().filter(f -> !f.period().equals(at)).toList());
        return others.total(counting).value();
    }

    private static BigDecimal plus(@Nullable BigDecimal sum, BigDecimal value) {
        return sum == null ? value : sum.add(value);
    }
}
