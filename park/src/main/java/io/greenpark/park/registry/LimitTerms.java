package io.greenpark.park.registry;

import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a standard or permit words a limit, for people who have to tell whether it is kept; each null where it was not stated. Nothing
 * is computed with it: a point measures what its analyser sends.
 *
 * @param sourceZh the limit's source in Chinese; null where it reads alike
 * @param standard the number of the standard, e.g. {@code GB 13271-2014}
 * @param clause its table or clause
 * @param concentration which concentration is compared with the limit
 * @param referenceOxygenPercent the oxygen that a converted concentration refers to, percent by volume; above 0 and below 21
 * @param gas the state of the gas that the concentration refers to
 */
public record LimitTerms(
        @Nullable String sourceZh,
        @Nullable String standard,
        @Nullable Bilingual clause,
        @Nullable Concentration concentration,
        @Nullable BigDecimal referenceOxygenPercent,
        @Nullable GasState gas) {
    /** Nothing was stated. */
    public static final LimitTerms NONE = new LimitTerms(null, null, null, null, null, null);

    /** Which concentration a limit is compared with. */
    public enum Concentration {
        /** As measured (实测). */
        MEASURED,
        /** Converted to a reference oxygen (折算). */
        CONVERTED
    }

    /** Whether a concentration is that of the gas without or with its moisture. */
    public enum GasState {
        DRY,
        WET
    }
}
