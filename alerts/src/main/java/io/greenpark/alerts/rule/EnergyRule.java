package io.greenpark.alerts.rule;

import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.accounting.intensity.IntensityRow.TargetStanding;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.FigureStatus;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Energy decline behind an assigned target: the change of intensity since the target's base year, year to date, lies
 * above what the target asks for. Evaluated only where the accounts do (all statistics in, both periods measured enough)
 * and, of a single enterprise, where every statistic in it may be held against it.
 */
public final class EnergyRule {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * @param minCompletenessPercent where less of either period is measured, the verdict is left open
     * @param clearPoints how many points better than its target the change must be to clear; 0 for just on it
     */
    public record Thresholds(int minCompletenessPercent, int clearPoints) {}

    private EnergyRule() {}

    /**
     * Evaluates a month that is over; null where no target is assigned.
     *
     * @param ofOne whether the figure is that of a single enterprise, and not a sum that names none
     */
    public static @Nullable Verdict evaluate(
            IntensityRow row, Instant from, Instant to, @Nullable String source, boolean ofOne, Thresholds thresholds) {
        TargetStanding standing = row.standing();
        if (standing == null) {
            return null;
        }
        Coverage coverage = weaker(row.yearToDate().coverage(), row.yearToDate().baseCoverage());
        Reason reason = reason(standing, coverage, ofOne, thresholds);
        BigDecimal gap = standing.gapPoints();
        return new Verdict(
                from,
                to,
                Phase.CLOSED,
                reason == null && gap != null ? outcome(gap, thresholds) : Outcome.UNJUDGED,
                new Comparison(
                        standing.changePercent(),
                        standing.targetChangePercent(),
                        "%",
                        reason == null && gap != null ? gap.divide(HUNDRED) : null),
                new Confidence(coverage, true, row.yearToDate().status() == FigureStatus.FINAL, source),
                reason);
    }

    /** That of which less is measured. */
    private static Coverage weaker(Coverage report, Coverage base) {
        return report.measured() == base.measured()
                ? report.completeness() < base.completeness() ? report : base
                : report.measured() < base.measured() ? report : base;
    }

    private static @Nullable Reason reason(
            TargetStanding standing, Coverage coverage, boolean ofOne, Thresholds thresholds) {
        boolean judged = standing.verdict() != IntensityRow.TargetVerdict.NOT_JUDGED && standing.gapPoints() != null;
        if (!judged && !isJanuary(standing)) {
            return standing.reason() == null ? Reason.of(Cause.NOT_JUDGED_BY_ACCOUNTS) : standing.reason();
        }
        if (ofOne && !standing.mayBeHeldAgainst()) {
            return Reason.of(Cause.SHOW_ONLY);
        }
        if (!judged) {
            return standing.reason();
        }
        int required = thresholds.minCompletenessPercent();
        return coverage.completeness() * 100 < required
                ? Reason.incomplete(Cause.INCOMPLETE_FOR_RULE, coverage.completeness(), required)
                : coverage.tooMuchEstimated(required);
    }

    private static boolean isJanuary(TargetStanding standing) {
        return standing.reason() != null && standing.reason().cause() == Cause.JANUARY_WITH_FEBRUARY;
    }

    private static Outcome outcome(BigDecimal gapPoints, Thresholds thresholds) {
        if (gapPoints.signum() > 0) {
            return Outcome.RAISES;
        }
        return gapPoints.compareTo(BigDecimal.valueOf(-thresholds.clearPoints())) <= 0 ? Outcome.CLEARS : Outcome.HOLDS;
    }
}
