package io.greenpark.park.registry;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What statistics say of an enterprise and a month.
 *
 * @param ivaCny industrial value added at comparable prices, in CNY; null if not known yet
 * @param outputCny gross output at current prices, in CNY; null if not known yet
 * @param status provisional, estimated or final
 * @param source who says so; an assumption says that it is one
 * @param allowedUse what the provider permits; survey data of the statistics office may not be used against an
 *     identified enterprise, nor be told as one enterprise's (Statistics Law of 2024-09-13, Article 28)
 * @param useStated whether somebody said so; entries of earlier versions may lack it and count as {@link AllowedUse#JUDGE}
 */
public record MonthlyStatistic(
        String enterpriseId,
        YearMonth month,
        @Nullable BigDecimal ivaCny,
        @Nullable BigDecimal outputCny,
        FigureStatus status,
        String source,
        AllowedUse allowedUse,
        boolean useStated) {

    /** What a figure may be used for. */
    public enum AllowedUse {
        /** Enterprise's own report or an assumption: shown, and alerts may rest on it. */
        JUDGE,
        /** Shown to the enterprise and its officers, never held against it. */
        SHOW_OWN,
        /** Only in sums that tell nobody's own; neither itself nor any figure that it follows from is shown. */
        AGGREGATE_ONLY
    }
}
