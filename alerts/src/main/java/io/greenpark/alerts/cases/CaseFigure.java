package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The figure that a case shows.
 *
 * @param value the worst figure so far, for energy the newest; null where there is none (silence)
 * @param limit what it is compared with; null where there is none
 * @param unit unit of both; null where there is none
 * @param severity how far it is beyond the limit, see {@link Verdict#severity()}
 * @param from start of its period
 */
public record CaseFigure(
        @Nullable BigDecimal value,
        @Nullable BigDecimal limit,
        @Nullable String unit,
        @Nullable BigDecimal severity,
        Instant from) {

    static CaseFigure of(Verdict verdict) {
        return new CaseFigure(verdict.figure(), verdict.limit(), verdict.unit(), verdict.severity(), verdict.from());
    }
}
