package io.greenpark.alerts.rule;

import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Limit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Early warning: the mean of a closed period, or of the part of a running one that has passed, lies above the share of
 * the upper limit at which people want to know. A closed mean beyond the limit itself is the business of
 * {@link LimitRule}: it keeps a warning open and raises none.
 */
public final class WarningRule {
    /**
     * Settings.
     *
     * @param minCompletenessPercent a closed period with fewer valid samples is not judged
     * @param minRunningPercent a running period is judged once this share of all its samples is there
     * @param clearPercent a period clears only at or below this share of the warning level
     */
    public record Settings(int minCompletenessPercent, int minRunningPercent, int clearPercent) {}

    private WarningRule() {}

    /** Judges a closed period; null where no limit of the point has a warning level. */
    public static @Nullable Verdict closed(DischargeRow row, Measured of, List<Limit> limits, Settings settings) {
        Limit limit = lowestLevel(of, limits);
        if (limit == null || limit.upper() == null) {
            return null;
        }
        BigDecimal mean = of.in(limit.unit(), row.mean());
        if (mean == null) {
            return of.unjudged(row, limit, limit.upper(), Reason.of(Cause.NO_VALID_SAMPLES));
        }
        if (row.completeness() * 100 < settings.minCompletenessPercent()) {
            return of.unjudged(row, limit, limit.upper(), Measured.tooFew(row, settings.minCompletenessPercent()));
        }
        return verdict(row, of, limit, limit.upper(), Phase.CLOSED, mean, settings);
    }

    /** Judges a running period by what has passed of it; null unless it raises: a good start says nothing yet. */
    public static @Nullable Verdict running(DischargeRow row, Measured of, List<Limit> limits, Settings settings) {
        Limit limit = lowestLevel(of, limits);
        if (limit == null || limit.upper() == null || row.completeness() * 100 < settings.minRunningPercent()) {
            return null;
        }
        BigDecimal mean = of.in(limit.unit(), row.mean());
        if (mean == null) {
            return null;
        }
        Verdict verdict = verdict(row, of, limit, limit.upper(), Phase.RUNNING, mean, settings);
        return verdict.outcome() == Outcome.RAISES ? verdict : null;
    }

    private static Verdict verdict(
            DischargeRow row,
            Measured of,
            Limit limit,
            BigDecimal upper,
            Phase phase,
            BigDecimal mean,
            Settings settings) {
        BigDecimal level = level(limit);
        Outcome outcome;
        if (mean.compareTo(upper) > 0 && phase == Phase.CLOSED) {
            outcome = Outcome.HOLDS;
        } else if (mean.compareTo(level) > 0) {
            outcome = Outcome.RAISES;
        } else {
            BigDecimal clear = level.multiply(BigDecimal.valueOf(settings.clearPercent(), 2));
            outcome = mean.compareTo(clear) <= 0 ? Outcome.CLEARS : Outcome.HOLDS;
        }
        return of.verdict(row, limit, phase, outcome, mean, upper, LimitRule.severity(mean, upper, 1));
    }

    private static @Nullable Limit lowestLevel(Measured of, List<Limit> limits) {
        Limit lowest = null;
        for (Limit limit : limits) {
            boolean usable = limit.upper() != null
                    && limit.warnFraction() != null
                    && limit.unit().dimension() == of.unit().dimension();
            if (usable
                    && (lowest == null
                            || limit.unit()
                                            .toBase(level(limit))
                                            .compareTo(lowest.unit().toBase(level(lowest)))
                                    < 0)) {
                lowest = limit;
            }
        }
        return lowest;
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
