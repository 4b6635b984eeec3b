package io.greenpark.alerts.rule;

import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How the judged point measures.
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

    String unitReason(Limit limit) {
        return "measured in " + unit.symbol() + ", limited in " + limit.unit().symbol();
    }

    static String tooFew(DischargeRow row, int percent) {
        BigDecimal share = BigDecimal.valueOf(row.completeness() * 100).setScale(0, RoundingMode.DOWN);
        return "only " + share + " % of the expected samples are there, " + percent + " % are needed";
    }

    Verdict unjudged(DischargeRow row, Limit limit, BigDecimal bound, String reason) {
        return new Verdict(
                row.from(),
                row.to(),
                Phase.CLOSED,
                Outcome.UNJUDGED,
                in(limit.unit(), row.mean()),
                bound,
                limit.unit().symbol(),
                null,
                row.completeness(),
                evidence,
                limit.confirmed(),
                limit.source(),
                reason);
    }

    Verdict verdict(
            DischargeRow row,
            Limit limit,
            Phase phase,
            Outcome outcome,
            BigDecimal mean,
            BigDecimal bound,
            @Nullable BigDecimal severity) {
        return new Verdict(
                row.from(),
                row.to(),
                phase,
                outcome,
                mean,
                bound,
                limit.unit().symbol(),
                severity,
                row.completeness(),
                evidence,
                limit.confirmed(),
                limit.source(),
                null);
    }
}
