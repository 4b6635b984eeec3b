package io.greenpark.accounting.intensity;

import io.greenpark.park.energy.Coverage;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.time.PeriodState;
import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The intensity of a subject in a month and in its year up to the end of that month.
 *
 * @param standing where the subject stands against the target assigned to exactly it; null if none is assigned for the
 *     year or its basis is another one
 * @param period whether the month is over
 */
public record IntensityRow(
        YearMonth month,
        PeriodIntensity ofMonth,
        PeriodIntensity yearToDate,
        @Nullable TargetStanding standing,
        PeriodState period) {
    /** Of a month that is over. */
    public IntensityRow(
            YearMonth month, PeriodIntensity ofMonth, PeriodIntensity yearToDate, @Nullable TargetStanding standing) {
        this(month, ofMonth, yearToDate, standing, PeriodState.OVER);
    }

    /** The same as it is told while the month runs or has not begun: provisional, and not judged. */
    public IntensityRow in(PeriodState state) {
        if (state == PeriodState.OVER) {
            return this;
        }
        Reason why = Reason.of(state == PeriodState.FUTURE ? Cause.PERIOD_NOT_BEGUN : Cause.PERIOD_NOT_OVER);
        return new IntensityRow(
                month,
                ofMonth.provisional(),
                yearToDate.provisional(),
                standing == null ? null : standing.notJudged(why),
                state);
    }

    /**
     * The same as it is told of a year to date that is January alone: China has no report of January, so it is compared with
     * nothing and not judged. What is missing or may not be told keeps that as its reason.
     */
    IntensityRow januaryWithFebruary() {
        if (month.getMonth() != Month.JANUARY) {
            return this;
        }
        return new IntensityRow(
                month, ofMonth, yearToDate.notCompared(), standing == null ? null : standing.notCompared(), period);
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
        /** The status of what there is; null where there is neither energy nor value added. */
        public @Nullable FigureStatus knownStatus() {
            return tce == null && ivaCny == null ? null : status;
        }

        /** Why one of the figures of the period itself is null, energy first; null if none is. */
        public @Nullable Reason missing() {
            Reason ofEnergy = tce == null ? reasons.get("tce") : null;
            Reason ofValue = ivaCny == null ? reasons.get("ivaCny") : null;
            Reason ofBoth = tcePer10kCny == null ? reasons.get("tcePer10kCny") : null;
            return ofEnergy != null ? ofEnergy : ofValue != null ? ofValue : ofBoth;
        }

        /** Why there is no completeness: nothing was metered; null if there is one. */
        public @Nullable Reason unmetered() {
            Reason why = reasons.get("tce");
            return why != null && why.saysUnmetered() ? Reason.of(Cause.NO_BOUNDARY_METER) : null;
        }

        /** The same of the period it is compared with. */
        public @Nullable Reason baseUnmetered() {
            Reason ofChange = reasons.get("changePercent");
            boolean ofBase = ofChange != null
                    && ofChange.cause() == Cause.YEAR_BEFORE
                    && ofChange.details().values().stream().anyMatch(d -> d instanceof Reason r && r.saysUnmetered());
            return ofBase ? Reason.of(Cause.NO_BOUNDARY_METER) : unmetered();
        }

        private PeriodIntensity notCompared() {
            Map<String, Reason> why = new TreeMap<>(reasons);
            Reason known = why.get("changePercent");
            if (known == null || changePercent != null) {
                why.put("changePercent", Reason.of(Cause.JANUARY_WITH_FEBRUARY));
            }
            return new PeriodIntensity(tce, ivaCny, tcePer10kCny, null, coverage, baseCoverage, status, why);
        }

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

        private TargetStanding notCompared() {
            return withheld(reason != null ? reason : Reason.of(Cause.JANUARY_WITH_FEBRUARY));
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
