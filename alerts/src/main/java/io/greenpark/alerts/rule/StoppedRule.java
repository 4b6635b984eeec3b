package io.greenpark.alerts.rule;

import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.unit.Carrier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Power while stopped: an enterprise that is closed, moved away or stopped used more than its base load over an hour. What was measured of an hour that is
 * not complete may already be too much; too little of it says nothing, and what is estimated is no evidence.
 */
public final class StoppedRule {
    /**
     * @param baseKw mean power that lighting, guards and the like may take, above 0
     * @param minCompletenessPercent an hour of which less is measured does not clear
     * @param confirmed whether somebody confirmed the base load
     */
    public record Thresholds(BigDecimal baseKw, int minCompletenessPercent, boolean confirmed) {}

    private static final String UNIT = "kW";
    private static final int DECIMALS = 3;
    private static final BigDecimal SECONDS = BigDecimal.valueOf(3_600);

    private StoppedRule() {}

    /** Evaluates an hour that is over. */
    public static Verdict evaluate(EnergyRow hour, Thresholds thresholds) {
        BigDecimal amount = hour.amounts().get(Carrier.ELECTRICITY);
        BigDecimal estimated = hour.estimated().getOrDefault(Carrier.ELECTRICITY, BigDecimal.ZERO);
        if (amount == null) {
            return verdict(hour, null, Outcome.UNJUDGED, thresholds, incomplete(0, thresholds));
        }
        BigDecimal hours = BigDecimal.valueOf(
                        hour.to().getEpochSecond() - hour.from().getEpochSecond())
                .divide(SECONDS, MathContext.DECIMAL64);
        BigDecimal power = amount.subtract(estimated).divide(hours, DECIMALS, RoundingMode.HALF_UP);
        if (power.compareTo(thresholds.baseKw()) > 0) {
            return verdict(hour, power, Outcome.RAISES, thresholds, null);
        }
        Coverage coverage = hour.coverage();
        boolean enough = coverage.measured() * 100 >= thresholds.minCompletenessPercent();
        return verdict(
                hour,
                power,
                enough ? Outcome.CLEARS : Outcome.UNJUDGED,
                thresholds,
                enough ? null : incomplete(coverage.measured(), thresholds));
    }

    private static Reason incomplete(double measured, Thresholds thresholds) {
        return Reason.incomplete(Cause.INCOMPLETE_FOR_RULE, measured, thresholds.minCompletenessPercent());
    }

    private static Verdict verdict(
            EnergyRow hour,
            @Nullable BigDecimal power,
            Outcome outcome,
            Thresholds thresholds,
            @Nullable Reason reason) {
        BigDecimal severity = power == null
                ? null
                : power.subtract(thresholds.baseKw()).divide(thresholds.baseKw(), MathContext.DECIMAL64);
        return new Verdict(
                hour.from(),
                hour.to(),
                Phase.CLOSED,
                outcome,
                new Comparison(power, thresholds.baseKw(), UNIT, severity),
                new Confidence(hour.coverage(), false, thresholds.confirmed(), null),
                reason);
    }
}
