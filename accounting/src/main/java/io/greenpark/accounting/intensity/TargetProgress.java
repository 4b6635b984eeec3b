package io.greenpark.accounting.intensity;

import io.greenpark.accounting.intensity.IntensityRow.PeriodIntensity;
import io.greenpark.accounting.intensity.IntensityRow.TargetStanding;
import io.greenpark.accounting.intensity.IntensityRow.TargetVerdict;
import io.greenpark.park.energy.ProgressLevel;
import io.greenpark.park.energy.TargetTonnes;
import io.greenpark.park.energy.TargetTonnes.Months;
import io.greenpark.park.energy.TargetTonnes.YearEnd;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import java.math.BigDecimal;
import java.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * What a standing against a target comes to: in tonnes, as a level, and by the end of the year if it goes on like that. It is
 * computed of rows as they may be told, so it tells nothing that they do not.
 *
 * @param excessTce energy of the year to date above what the target allows, tce; below 0 it is saved beyond it; null where the
 *     change since the base year cannot be stated
 * @param level null where the standing is not judged
 * @param yearEnd the year as it ends at the present rate; null with a reason
 * @param yearEndReason null if there is one
 */
public record TargetProgress(
        @Nullable BigDecimal excessTce,
        @Nullable ProgressLevel level,
        @Nullable YearEnd yearEnd,
        @Nullable Reason yearEndReason) {

    /**
     * The rows that the end of a year is computed of.
     *
     * @param now of the month that is looked at
     * @param yearBefore of the same month of the year before
     * @param yearBeforeEnd of its December
     * @param baseYearEnd of the December of the target's base year
     */
    record Rows(IntensityRow now, IntensityRow yearBefore, IntensityRow yearBeforeEnd, IntensityRow baseYearEnd) {}

    static TargetProgress of(TargetStanding standing, Rows rows, ProgressLevel.Thresholds thresholds) {
        PeriodIntensity soFar = rows.now.yearToDate();
        Reason missing = missing(rows);
        YearEnd yearEnd = missing == null ? yearEnd(standing, rows) : null;
        return new TargetProgress(
                TargetTonnes.excess(soFar.tce(), standing.changePercent(), standing.targetChangePercent()),
                level(standing, thresholds),
                yearEnd,
                yearEnd != null ? null : missing != null ? missing : Reason.of(Cause.YEAR_BEFORE_WITHOUT_ENERGY));
    }

    private static @Nullable ProgressLevel level(TargetStanding standing, ProgressLevel.Thresholds thresholds) {
        BigDecimal change = standing.changePercent();
        BigDecimal gap = standing.gapPoints();
        return standing.verdict() == TargetVerdict.NOT_JUDGED || change == null || gap == null
                ? null
                : ProgressLevel.of(change, gap, thresholds);
    }

    /** A year that is over needs no other to be compared with but its base. */
    private static @Nullable YearEnd yearEnd(TargetStanding standing, Rows rows) {
        Months soFar = months(rows.now);
        boolean over = rows.now.month().getMonth() == Month.DECEMBER;
        Months before = over ? soFar : months(rows.yearBefore);
        Months whole = over ? soFar : months(rows.yearBeforeEnd);
        BigDecimal base = rows.baseYearEnd.yearToDate().tcePer10kCny();
        return soFar == null || before == null || whole == null || base == null
                ? null
                : TargetTonnes.yearEnd(soFar, before, whole, base, standing.targetChangePercent());
    }

    private static @Nullable Months months(IntensityRow row) {
        BigDecimal tce = row.yearToDate().tce();
        BigDecimal ivaCny = row.yearToDate().ivaCny();
        return tce == null || ivaCny == null ? null : new Months(tce, ivaCny);
    }

    private static @Nullable Reason missing(Rows rows) {
        Reason now = missing(rows.now);
        if (now != null) {
            return now;
        }
        if (rows.now.month().getMonth() != Month.DECEMBER) {
            Reason before = missing(rows.yearBeforeEnd);
            before = before != null ? before : missing(rows.yearBefore);
            if (before != null) {
                return before.ofYearBefore();
            }
        }
        Reason base = rows.baseYearEnd.yearToDate().reasons().get("tcePer10kCny");
        return base == null ? null : base.ofBaseYear();
    }

    private static @Nullable Reason missing(IntensityRow row) {
        PeriodIntensity figure = row.yearToDate();
        if (figure.tce() == null) {
            return figure.reasons().get("tce");
        }
        return figure.ivaCny() == null ? figure.reasons().get("ivaCny") : null;
    }
}
