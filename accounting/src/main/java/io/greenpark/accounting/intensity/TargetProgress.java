package io.greenpark.accounting.intensity;

import io.greenpark.accounting.intensity.IntensityRow.PeriodIntensity;
import io.greenpark.accounting.intensity.IntensityRow.TargetStanding;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.energy.Intensity;
import io.greenpark.park.energy.ProgressLevel;
import io.greenpark.park.energy.TargetTonnes;
import io.greenpark.park.energy.TargetTonnes.Months;
import io.greenpark.park.energy.TargetTonnes.YearEnd;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import java.math.BigDecimal;
import java.time.Month;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a standing against a target comes to: in tonnes, as a level, and by the end of the year if it goes on like that. It is
 * computed of rows as they may be told, so it tells nothing that they do not; of a standing that is not judged nothing is said.
 *
 * @param excessTce energy of the year to date above what the target allows, tce; below 0 it is saved beyond it; null with a reason
 * @param level null with a reason, also where the figure may not be held against the subject
 * @param yearEnd the year as it ends at the present rate; null with a reason
 * @param reasons why something is null, by its name
 */
public record TargetProgress(
        @Nullable BigDecimal excessTce,
        @Nullable ProgressLevel level,
        @Nullable YearEnd yearEnd,
        Map<String, Reason> reasons) {

    /**
     * The rows that the end of a year is computed of.
     *
     * @param now of the month that is looked at
     * @param yearBefore of the same month of the year before
     * @param yearBeforeEnd of its December
     * @param baseYearEnd of the December of the target's base year
     */
    record Rows(IntensityRow now, IntensityRow yearBefore, IntensityRow yearBeforeEnd, IntensityRow baseYearEnd) {
        boolean yearIsOver() {
            return now.month().getMonth() == Month.DECEMBER;
        }
    }

    /** @param ofOne whether it is of one enterprise, against which a level would be held */
    static TargetProgress of(TargetStanding standing, Rows rows, boolean ofOne, ProgressLevel.Thresholds thresholds) {
        BigDecimal change = standing.changePercent();
        BigDecimal gap = standing.gapPoints();
        if (standing.reason() != null || change == null || gap == null) {
            return notJudged(standing.reason() != null ? standing.reason() : Reason.of(Cause.NOT_JUDGED_BY_ACCOUNTS));
        }
        Map<String, Reason> reasons = new TreeMap<>();
        boolean shownOnly = ofOne && !standing.mayBeHeldAgainst();
        if (shownOnly) {
            reasons.put("level", Reason.of(Cause.SHOW_ONLY));
        }
        Reason noEnd = noYearEnd(rows);
        if (noEnd != null) {
            reasons.put("yearEnd", noEnd);
        }
        return new TargetProgress(
                TargetTonnes.excess(rows.now.yearToDate().tce(), change, standing.targetChangePercent()),
                shownOnly ? null : ProgressLevel.of(change, gap, thresholds),
                noEnd == null ? yearEnd(standing, rows) : null,
                reasons);
    }

    private static TargetProgress notJudged(Reason why) {
        return new TargetProgress(null, null, null, Map.of("excessTce", why, "level", why, "yearEnd", why));
    }

    /** A year that is over needs no other to be compared with but its base. */
    private static @Nullable YearEnd yearEnd(TargetStanding standing, Rows rows) {
        Months soFar = months(rows.now);
        BigDecimal base = Objects.requireNonNull(rows.baseYearEnd.yearToDate().tcePer10kCny());
        return rows.yearIsOver()
                ? TargetTonnes.yearEnd(soFar, base, standing.targetChangePercent())
                : TargetTonnes.yearEnd(
                        soFar,
                        months(rows.yearBefore),
                        months(rows.yearBeforeEnd),
                        base,
                        standing.targetChangePercent());
    }

    private static Months months(IntensityRow row) {
        PeriodIntensity figure = row.yearToDate();
        return new Months(Objects.requireNonNull(figure.tce()), Objects.requireNonNull(figure.ivaCny()));
    }

    private static @Nullable Reason noYearEnd(Rows rows) {
        if (!rows.yearIsOver()) {
            Reason before = unfit(rows.yearBefore.yearToDate());
            before = before != null ? before : unfit(rows.yearBeforeEnd.yearToDate());
            if (before != null) {
                return before.ofYearBefore();
            }
            if (months(rows.yearBefore).tce().signum() <= 0) {
                return Reason.of(Cause.YEAR_BEFORE_WITHOUT_ENERGY);
            }
        }
        Reason base = unfit(rows.baseYearEnd.yearToDate());
        return base == null ? null : base.ofBaseYear();
    }

    /** Why a year to date is no ground for an end of the year: it cannot be stated, or too little of it is measured. */
    private static @Nullable Reason unfit(PeriodIntensity figure) {
        if (figure.tcePer10kCny() == null) {
            return figure.reasons().getOrDefault("tcePer10kCny", Reason.of(Cause.NOT_JUDGED_BY_ACCOUNTS));
        }
        Coverage coverage = figure.coverage();
        return coverage.completeness() * 100 < Intensity.LEAST_MEASURED_PERCENT
                ? Reason.incomplete(Cause.INCOMPLETE, coverage.completeness(), Intensity.LEAST_MEASURED_PERCENT)
                : coverage.tooMuchEstimated(Intensity.LEAST_MEASURED_PERCENT);
    }
}
