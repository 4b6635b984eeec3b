package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.time.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A closed hour or day whose mean lay outside of the limit that was in force.
 *
 * @param step HOUR or DAY, of which the mean is
 * @param caseId the case that covers it; null if there is none
 */
public record Exceedance(
        String pointId,
        Step step,
        Verdict verdict,
        @Nullable String caseId) {
    private static final int MULTIPLE_DIGITS = 4;

    /** Whether the mean lay above an upper limit; else it lay below a lower one. */
    public boolean above() {
        BigDecimal mean = verdict.figure();
        BigDecimal limit = verdict.limit();
        return mean != null && limit != null && mean.compareTo(limit) > 0;
    }

    /** The mean as a multiple of the limit; null below a lower limit, and where the limit is 0. */
    public @Nullable BigDecimal multiple() {
        BigDecimal mean = verdict.figure();
        BigDecimal limit = verdict.limit();
        return mean == null || limit == null || limit.signum() == 0 || !above()
                ? null
                : mean.divide(limit, MULTIPLE_DIGITS, RoundingMode.HALF_UP);
    }
}
