package io.greenpark.alerts.rule;

import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Limit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Early warning: the mean of a closed period, or of the part of a running one that has passed, lies above the share of
 * the upper limit set as its warning level. A closed mean beyond the limit itself is for
 * {@link LimitRule}: it keeps a warning open and raises none.
 */
public final class WarningRule {
    /**
     * @param minCompletenessPercent a closed period with fewer valid samples is not judged
     * @param minRunningPercent a running period is judged once this share of all its samples is there
     * @param clearPercent a period clears only at or below this share of the warning level
     */
    public record Thresholds(int minCompletenessPercent, int minRunningPercent, int clearPercent) {}

    private WarningRule() {}

    /** Evaluates a closed period; null where no limit of the point has a warning level. */
    public static @Nullable Verdict closed(
            DischargeRow row, Measured measured, List<Limit> limits, Thresholds thresholds) {
        Limit limit = lowestLevel(measured, limits);
        if (limit == null || limit.upper() == null) {
            return null;
        }
        BigDecimal mean = measured.in(limit.unit(), row.mean());
        if (mean == null) {
            return measured.unjudged(row, limit, limit.upper(), Reason.of(Cause.NO_VALID_SAMPLES));
        }
        if (row.completeness() * 100 < thresholds.minCompletenessPercent()) {
            return measured.unjudged(
                    row, limit, limit.upper(), Measured.tooFew(row, thresholds.minCompletenessPercent()));
        }
        return verdict(row, measured, limit, Phase.CLOSED, mean, thresholds);
    }

    /** Evaluates a running period by what has passed of it; null unless it raises: a good start says nothing yet. */
    public static @Nullable Verdict running(
            DischargeRow row, Measured measured, List<Limit> limits, Thresholds thresholds) {
        Limit limit = lowestLevel(measured, limits);
        if (limit == null || limit.upper() == null || row.completeness() * 100 < thresholds.minRunningPercent()) {
            return null;
        }
        BigDecimal mean = measured.in(limit.unit(), row.mean());
        if (mean == null) {
            return null;
        }
        Verdict verdict = verdict(row, measured, limit, Phase.RUNNING, mean, thresholds);
        return verdict.outcome() == Outcome.RAISES ? verdict : null;
    }

    private static Verdict verdict(
            DischargeRow row, Measured measured, Limit limit, Phase phase, BigDecimal mean, Thresholds thresholds) {
        BigDecimal upper = Objects.requireNonNull(limit.upper());
        Comparison comparison = new Comparison(mean, upper, limit.unit().symbol(), LimitRule.severity(mean, upper, 1));
        return measured.verdict(row, limit, phase, outcome(limit, upper, phase, mean, thresholds), comparison);
    }

    private static Outcome outcome(Limit limit, BigDecimal upper, Phase phase, BigDecimal mean, Thresholds thresholds) {
        BigDecimal level = level(limit);
        if (mean.compareTo(upper) > 0 && phase == Phase.CLOSED) {
            return Outcome.HOLDS;
        }
        if (mean.compareTo(level) > 0) {
            return Outcome.RAISES;
        }
        BigDecimal clear = level.multiply(BigDecimal.valueOf(thresholds.clearPercent(), 2));
        return mean.compareTo(clear) <= 0 ? Outcome.CLEARS : Outcome.HOLDS;
    }

    /** Of the limits that the point can be compared with, the one with the lowest warning level; null if there is none. */
    private static @Nullable Limit lowestLevel(Measured measured, List<Limit> limits) {
        return limits.stream()
                .filter(l -> l.upper() != null && l.warnFraction() != null)
                .filter(l -> l.unit().dimension() == measured.unit().dimension())
                .min(Comparator.comparing(l -> l.unit().toBase(level(l))))
                .orElse(null);
    }

    private static BigDecimal level(Limit limit) {
        BigDecimal upper = limit.upper();
        BigDecimal fraction = limit.warnFraction();
        if (upper == null || fraction == null) {
            throw new IllegalArgumentException("limit " + limit.id() + " has no warning level");
        }
        return upper.multiply(fraction, MathContext.UNLIMITED);
    }
}
