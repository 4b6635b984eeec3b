package io.greenpark.accounting.intensity;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a month of an enterprise is known to be wrong, as an objection to it was right, and what puts it right.
 *
 * @param objection its number
 * @param from start of the month
 * @param to its end, exclusive
 * @param reference a number, a name, whatever tells people which one it is; null where that is not known yet
 * @param iva the value added of the month when it was decided, CNY; null where there was none
 * @param end how it ended; null while the month awaits correction
 */
public record AwaitedCorrection(
        String objection,
        String enterpriseId,
        Instant from,
        Instant to,
        Kind kind,
        @Nullable String reference,
        @Nullable BigDecimal iva,
        Instant decidedAt,
        @Nullable End end) {

    /** By what a month is put right. Names are in the books. */
    public enum Kind {
        /** 账单: a bill of the utility. */
        BILL,
        /** 统计数据: the value added that is reported of the month. */
        STATISTIC,
        /** 更正读数: readings of its meters, or what they are counted by. */
        READING,
        /** 待定: that is not known yet. */
        OPEN
    }

    /**
     * That what is right has come in.
     *
     * @param by who said so
     * @param why in that one's words
     */
    public record End(Instant at, String by, String why) {}
}
