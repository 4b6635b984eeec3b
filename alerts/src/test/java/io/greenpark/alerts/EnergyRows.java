package io.greenpark.alerts;

import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.accounting.intensity.IntensityRow.Figure;
import io.greenpark.accounting.intensity.IntensityRow.Standing;
import io.greenpark.accounting.intensity.IntensityRow.Verdict;
import io.greenpark.park.registry.FigureStatus;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;

/** Months of the intensity accounts, held against a target of -5 %. */
public final class EnergyRows {
    private EnergyRows() {}

    public static IntensityRow behind(String month, String change) {
        return row(month, change, Verdict.BEHIND, true, 0.97);
    }

    public static IntensityRow onTarget(String month, String change) {
        return row(month, change, Verdict.ON_TARGET, true, 0.97);
    }

    public static IntensityRow notJudged(String month) {
        return row(month, null, Verdict.NOT_JUDGED, true, 0.97);
    }

    public static IntensityRow row(String month, String change, Verdict verdict, boolean mayBeHeld, double complete) {
        BigDecimal target = new BigDecimal("-5");
        BigDecimal changed = change == null ? null : new BigDecimal(change);
        Figure figure = new Figure(
                new BigDecimal("100"),
                new BigDecimal("2000000"),
                new BigDecimal("0.5"),
                changed,
                complete,
                0.99,
                FigureStatus.ESTIMATED,
                Map.of());
        Standing standing = new Standing(
                "t1",
                2025,
                target,
                changed,
                changed == null ? null : changed.subtract(target),
                verdict,
                mayBeHeld,
                verdict == Verdict.NOT_JUDGED ? "the statistics of 2026-10 are not in" : null);
        return new IntensityRow(YearMonth.parse(month), figure, figure, standing);
    }
}
