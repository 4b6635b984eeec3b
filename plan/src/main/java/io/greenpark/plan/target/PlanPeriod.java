package io.greenpark.plan.target;

import io.greenpark.park.text.Bilingual;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A year or a quarter of one.
 *
 * @param quarter 1 to 4; null for the year
 */
public record PlanPeriod(int year, @Nullable Integer quarter) implements Comparable<PlanPeriod> {
    private static final int QUARTERS = 4;
    private static final int MONTHS = 3;
    private static final Pattern CODE = Pattern.compile("((?:19|2\\d)\\d{2})(?:-Q([1-4]))?");

    public PlanPeriod {
        if (quarter != null && (quarter < 1 || quarter > QUARTERS)) {
            throw new IllegalArgumentException("a year has no quarter " + quarter);
        }
    }

    public static PlanPeriod year(int year) {
        return new PlanPeriod(year, null);
    }

    public static PlanPeriod quarter(int year, int quarter) {
        return new PlanPeriod(year, quarter);
    }

    /** The quarter with a day in it. */
    public static PlanPeriod with(LocalDate day) {
        return quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
    }

    /** {@code 2026} or {@code 2026-Q3}; empty for what is neither. */
    public static Optional<PlanPeriod> ofCode(String code) {
        Matcher matcher = CODE.matcher(code);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String quarter = matcher.group(2);
        return Optional.of(
                new PlanPeriod(Integer.parseInt(matcher.group(1)), quarter == null ? null : Integer.valueOf(quarter)));
    }

    public String code() {
        return quarter == null ? Integer.toString(year) : year + "-Q" + quarter;
    }

    /** As people call it. */
    public Bilingual words() {
        return quarter == null
                ? new Bilingual(year + " 年（全年）", year + " (whole year)")
                : new Bilingual(year + " 年第 " + quarter + " 季度", year + " Q" + quarter);
    }

    /** The last quarter in it: of a year the fourth. */
    public int lastQuarter() {
        return quarter == null ? QUARTERS : quarter;
    }

    /** Whether its year ends with it. */
    public boolean endsYear() {
        return lastQuarter() == QUARTERS;
    }

    /** The day after it. */
    public LocalDate end() {
        return LocalDate.of(year, lastQuarter() * MONTHS, 1).plusMonths(1);
    }

    /** Its first day. */
    public LocalDate start() {
        return quarter == null ? LocalDate.of(year, 1, 1) : LocalDate.of(year, quarter * MONTHS - 2, 1);
    }

    /** How many quarters there are from the beginning of a year to its end; 0 or less where it ends before. */
    public int quartersSince(int firstYear) {
        return (year - firstYear) * QUARTERS + lastQuarter();
    }

    /** The quarters of its year up to its end. */
    public List<PlanPeriod> quartersOfYear() {
        List<PlanPeriod> quarters = new ArrayList<>();
        for (int q = 1; q <= lastQuarter(); q++) {
            quarters.add(quarter(year, q));
        }
        return quarters;
    }

    /** By their ends; a year comes after its last quarter. */
    @Override
    public int compareTo(PlanPeriod other) {
        int byEnd = Integer.compare(quartersSince(0), other.quartersSince(0));
        return byEnd != 0 ? byEnd : Boolean.compare(quarter == null, other.quarter == null);
    }
}
