package io.greenpark.alerts.rule;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure and the limit or target it is compared with.
 *
 * @param figure null where there is none (silence)
 * @param limit null where there is none
 * @param unit unit of both; null where there is none
 * @param severity how far beyond the limit, as a share of it ((C-C0)/C0; for energy the gap in points / 100); at most
 *     0 where it is kept; null where there is no figure
 */
public record Comparison(
        @Nullable BigDecimal figure,
        @Nullable BigDecimal limit,
        @Nullable String unit,
        @Nullable BigDecimal severity) {
    /** Of rules that compare no figure. */
    public static final Comparison NONE = new Comparison(null, null, null, null);
}
