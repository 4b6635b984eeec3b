package io.greenpark.alerts.rule;

import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.park.discharge.MeanValidity;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Limit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Discharge limit exceeded: the mean of a closed hour (stack) or day (water) lies above its upper or below its lower
 * limit; a mean equal to the limit complies. Of several limits the one that is exceeded most decides, so the stricter
 * of standard and permit counts. Exceedance multiple: (C - C0) / C0.
 */
public final class LimitRule {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * @param minCompletenessPercent a period with fewer valid samples is not judged
     * @param clearPercent a period clears only at or below this share of the upper limit
     */
    public record Thresholds(int minCompletenessPercent, int clearPercent) {}

    private LimitRule() {}

    /** Evaluates a closed period; null where the point has no limit for it. */
    public static @Nullable Verdict evaluate(
            DischargeRow row, Measured measured, List<Limit> limits, Thresholds thresholds) {
        Verdict worst = null;
        for (Limit limit : limits) {
            Verdict verdict = evaluate(row, measured, limit, thresholds);
            if (verdict != null && (worst == null || beyond(verdict, worst))) {
                worst = verdict;
            }
        }
        return worst;
    }

    private static boolean beyond(Verdict a, Verdict b) {
        if (a.severity() == null || b.severity() == null) {
            return b.severity() == null && a.severity() != null;
        }
        return a.severity().compareTo(b.severity()) > 0;
    }

    private static @Nullable Verdict evaluate(DischargeRow row, Measured measured, Limit limit, Thresholds thresholds) {
        BigDecimal bound = limit.upper() != null ? limit.upper() : limit.lower();
        if (bound == null) {
            return null;
        }
        BigDecimal mean = measured.in(limit.unit(), row.mean());
        if (mean == null) {
            return measured.unjudged(
                    row,
                    limit,
                    bound,
                    row.mean() == null ? Reason.of(Cause.NO_VALID_SAMPLES) : measured.unitReason(limit));
        }
        if (!MeanValidity.isValid(row.completeness(), thresholds.minCompletenessPercent())) {
            return measured.unjudged(row, limit, bound, Measured.tooFew(row, thresholds.minCompletenessPercent()));
        }
        BigDecimal severity = severity(mean, limit.upper(), 1);
        BigDecimal below = severity(mean, limit.lower(), -1);
        if (below != null && (severity == null || below.compareTo(severity) > 0) && limit.lower() != null) {
            severity = below;
            bound = limit.lower();
        }
        Comparison comparison = new Comparison(mean, bound, limit.unit().symbol(), severity);
        return measured.verdict(row, limit, Phase.CLOSED, outcome(severity, thresholds), comparison);
    }

    private static Outcome outcome(@Nullable BigDecimal severity, Thresholds thresholds) {
        if (severity == null) {
            return Outcome.UNJUDGED;
        }
        if (severity.signum() > 0) {
            return Outcome.RAISES;
        }
        BigDecimal clear = BigDecimal.valueOf(thresholds.clearPercent()).subtract(HUNDRED);
        return severity.multiply(HUNDRED).compareTo(clear) <= 0 ? Outcome.CLEARS : Outcome.HOLDS;
    }

    /** How far {@code mean} lies beyond {@code bound}, as a share of it; {@code sign} is -1 for a lower bound. */
    public static @Nullable BigDecimal severity(BigDecimal mean, @Nullable BigDecimal bound, int sign) {
        if (bound == null) {
            return null;
        }
        BigDecimal over = sign < 0 ? bound.subtract(mean) : mean.subtract(bound);
        return bound.signum() == 0
                ? BigDecimal.valueOf(over.signum())
                : over.divide(bound.abs(), MathContext.DECIMAL64);
    }
}
