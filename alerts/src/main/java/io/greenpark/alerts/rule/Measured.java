package io.greenpark.alerts.rule;

import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * How the evaluated point measures.
 *
 * @param unit unit of its means
 * @param evidence whether its outlet's readings are evidence; else they are a clue to be verified
 */
public record Measured(Unit unit, boolean evidence) {
    /** A mean in another unit of the same dimension, exact; null if there is none or the dimensions differ. */
    @Nullable
    BigDecimal in(Unit target, @Nullable BigDecimal mean) {
        if (mean == null || unit.dimension() != target.dimension()) {
            return null;
        }
        // Units of a dimension are powers of ten of each other: the quotient is exact.
        return unit == target ? mean : unit.toBase(mean).divide(target.perBase(), MathContext.UNLIMITED);
    }

    Reason unitReason(Limit limit) {
        return Reason.unitsDiffer(unit, limit.unit());
    }

    static Reason tooFew(DischargeRow row, int percent) {
        return Reason.incomplete(Cause.TOO_FEW_SAMPLES, row.completeness(), percent);
    }

    Verdict unjudged(DischargeRow row, Limit limit, BigDecimal bound, Reason reason) {
        BigDecimal mean = in(limit.unit(), row.mean());
        Comparison comparison = new Comparison(mean, bound, limit.unit().symbol(), null);
        return new Verdict(
                row.from(), row.to(), Phase.CLOSED, Outcome.UNJUDGED, comparison, confidence(row, limit), reason);
    }

    Verdict verdict(DischargeRow row, Limit limit, Phase phase, Outcome outcome, Comparison comparison) {
        return new Verdict(row.from(), row.to(), phase, outcome, comparison, confidence(row, limit), null);
    }

    private Confidence confidence(DischargeRow row, Limit limit) {
        return new Confidence(Coverage.measured(row.completeness()), evidence, limit.confirmed(), limit.source());
    }
}
