package io.greenpark.alerts;

import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.accounting.intensity.IntensityRow.PeriodIntensity;
import io.greenpark.accounting.intensity.IntensityRow.TargetStanding;
import io.greenpark.accounting.intensity.IntensityRow.TargetVerdict;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.FigureStatus;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;

/** Months of the intensity accounts, held against a target of -5 %. */
public final class EnergyRows {
    private static final Coverage MOSTLY = new Coverage(0.97, 0.94);

    private EnergyRows() {}

    public static IntensityRow behind(String month, String change) {
        return row(month, change, TargetVerdict.BEHIND, true, MOSTLY);
    }

    public static IntensityRow onTarget(String month, String change) {
        return row(month, change, TargetVerdict.ON_TARGET, true, MOSTLY);
    }

    public static IntensityRow notJudged(String month) {
        return row(month, null, TargetVerdict.NOT_JUDGED, true, MOSTLY);
    }

    /** A year to date of January alone, as the accounts tell it. */
    public static IntensityRow january(String month, boolean mayBeHeld) {
        TargetStanding standing = new TargetStanding(
                "t1",
                2025,
                new BigDecimal("-5"),
                null,
                null,
                TargetVerdict.NOT_JUDGED,
                mayBeHeld,
                Reason.of(Cause.JANUARY_WITH_FEBRUARY));
        IntensityRow row = notJudged(month);
        return new IntensityRow(row.month(), row.ofMonth(), row.yearToDate(), standing);
    }

    public static IntensityRow row(
            String month, String change, TargetVerdict verdict, boolean mayBeHeld, double measured) {
        return row(month, change, verdict, mayBeHeld, Coverage.measured(measured));
    }

    public static IntensityRow row(
            String month, String change, TargetVerdict verdict, boolean mayBeHeld, Coverage coverage) {
        BigDecimal target = new BigDecimal("-5");
        BigDecimal changed = change == null ? null : new BigDecimal(change);
        PeriodIntensity figure = new PeriodIntensity(
                new BigDecimal("100"),
                new BigDecimal("2000000"),
                new BigDecimal("0.5"),
                changed,
                coverage,
                Coverage.measured(0.99),
                FigureStatus.ESTIMATED,
                Map.of());
        TargetStanding standing = new TargetStanding(
                "t1",
                2025,
                target,
                changed,
                changed == null ? null : changed.subtract(target),
                verdict,
                mayBeHeld,
                verdict == TargetVerdict.NOT_JUDGED ? Reason.noValueAdded("steel", YearMonth.parse(month)) : null);
        return new IntensityRow(YearMonth.parse(month), figure, figure, standing);
    }
}
