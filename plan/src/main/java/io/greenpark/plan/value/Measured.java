package io.greenpark.plan.value;

import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the platform makes of what it has (监测值).
 *
 * @param value null with {@code missing}
 * @param known of how many enterprises there are data
 * @param all of how many there ought to be
 * @param missing why there is no value; null where there is one
 */
public record Measured(
        @Nullable BigDecimal value,
        int known,
        int all,
        @Nullable Bilingual missing) {
    /** Whether there are data of so many of those that there ought to be, percent; nothing is rounded before it is compared. */
    public boolean covers(BigDecimal leastPercent) {
        return BigDecimal.valueOf(known).movePointRight(2).compareTo(leastPercent.multiply(BigDecimal.valueOf(all)))
                >= 0;
    }

    public static Measured of(BigDecimal value, int known, int all) {
        return new Measured(value, known, all, null);
    }

    public static Measured missing(Bilingual why, int known, int all) {
        return new Measured(null, known, all, why);
    }
}
