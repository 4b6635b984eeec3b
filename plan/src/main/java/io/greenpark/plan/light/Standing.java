package io.greenpark.plan.light;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a target stands, and by what.
 *
 * @param reached what it has come to; null where nobody knows
 * @param expected what it ought to have come to by now; null where that cannot be said
 * @param needed what each year that is left needs, percent, rounded to hundredths; null unless a weak year is to be made up
 */
public record Standing(
        Light light,
        Why why,
        @Nullable BigDecimal reached,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal needed) {
    /** The same, where nothing is known but a figure of too few enterprises. */
    public Standing ofTooFew() {
        return why == Why.NOTHING_KNOWN ? grey(Why.TOO_FEW_KNOWN) : this;
    }

    static Standing grey(Why why) {
        return new Standing(Light.GREY, why, null, null, null);
    }

    static Standing of(Light light, Why why, @Nullable BigDecimal reached, @Nullable BigDecimal expected) {
        return new Standing(light, why, reached, expected, null);
    }
}
