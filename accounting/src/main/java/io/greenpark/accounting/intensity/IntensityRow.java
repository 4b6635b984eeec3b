package io.greenpark.accounting.intensity;

import io.greenpark.park.energy.Coverage;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.FigureStatus;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The intensity of a subject in a month and in its year up to the end of that month.
 *
 * @param standing where the subject stands against the target assigned to exactly it; null if none is assigned for the
 *     year or its basis is another one
 */
public record IntensityRow(
        YearMonth month,
        PeriodIntensity ofMonth,
        PeriodIntensity yearToDate,
        @Nullable TargetStanding standing) {

    /** The same while the month still runs: provisional, and not judged. */
    IntensityRow running() {
        return new IntensityRow(
                month,
                ofMonth.provisional(),
                yearToDate.provisional(),
                standing == null ? null : standing.notJudged(Reason.of(Cause.PERIOD_NOT_OVER)));
    }

    /**
     * Intensity of one period.
     *
     * @param tce comprehensive energy, tonnes of standard coal; null with a reason
     * @param ivaCny industrial value added at comparable prices, CNY; null with a reason
     * @param tcePer10kCny tce per 10,000 CNY of value added, 16 significant digits; null with a reason, also where the
     *     value added is not positive
     * @param changePercent (this period / same period of the year before - 1) x 100, 16 significant digits; null with a
     *     reason
     * @param coverage of the expected metering time of the period
     * @param baseCoverage of that of the same period of the year before
     * @param reasons why a figure is null, by the figure's name
     */
    public record PeriodIntensity(
            @Nullable BigDecimal tce,
            @Nullable BigDecimal ivaCny,
            @Nullable BigDecimal tcePer10kCny,
            @Nullable BigDecimal changePercent,
            Coverage coverage,
            Coverage baseCoverage,
            FigureStatus status,
            Map<String, Reason> reasons) {
        private PeriodIntensity provisional() {
            return new PeriodIntensity(
                    tce,
                    ivaCny,
                    tcePer10kCny,
                    changePercent,
                    coverage,
                    baseCoverage,
                    FigureStatus.PROVISIONAL,
                    reasons);
        }
    }

    /**
     * Standing of the year to date against the same period of the target's base year. The target is an average over its
     * years, so it is compounded: after two years of -5 % a year the intensity is to be 0.9025 of the base.
     *
     * @param targetChangePercent what the change since the base year ought to be by now, e.g. -9.75
     * @param changePercent what it is; null where it cannot be stated
     * @param gapPoints {@code changePercent - targetChangePercent}; above 0 the subject is behind
     * @param verdict {@link TargetVerdict#NOT_JUDGED} unless at least 90 % of both periods is measured and all statistics are in
     * @param mayBeHeldAgainst whether the allowed use of every statistic in it lets the figure be held against an
     *     enterprise; if not it is only shown
     * @param reason why it is not judged; null if it is
     */
    public record TargetStanding(
            String targetId,
            int baseYear,
            BigDecimal targetChangePercent,
            @Nullable BigDecimal changePercent,
            @Nullable BigDecimal gapPoints,
            TargetVerdict verdict,
            boolean mayBeHeldAgainst,
            @Nullable Reason reason) {
        /** The same without what may not be told, and so not judged. */
        TargetStanding withheld(Reason why) {
            return new TargetStanding(
                    targetId,
                    baseYear,
                    targetChangePercent,
                    null,
                    null,
                    TargetVerdict.NOT_JUDGED,
                    mayBeHeldAgainst,
                    why);
        }

        private TargetStanding notJudged(Reason why) {
            return new TargetStanding(
                    targetId,
                    baseYear,
                    targetChangePercent,
                    changePercent,
                    gapPoints,
                    TargetVerdict.NOT_JUDGED,
                    mayBeHeldAgainst,
                    why);
        }
    }

    /** What a standing comes to. */
    public enum TargetVerdict {
        ON_TARGET,
        BEHIND,
        NOT_JUDGED
    }
}
