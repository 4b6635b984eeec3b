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
 *     identified enterprise (Statistics Law)
 */
public record MonthlyStatistic(
        String enterpriseId,
        YearMonth month,
        @Nullable BigDecimal ivaCny,
        @Nullable BigDecimal outputCny,
        FigureStatus status,
        String source,
        AllowedUse allowedUse) {

    /** What a figure may be used for. */
    public enum AllowedUse {
        /** Enterprise's own report or an assumption: alerts may rest on it. */
        JUDGE,
        /** Shown and added up, never held against the enterprise. */
        SHOW
    }
}
