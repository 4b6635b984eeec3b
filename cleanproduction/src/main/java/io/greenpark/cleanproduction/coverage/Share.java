package io.greenpark.cleanproduction.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How a share of a whole is written in percent: the one place that rounds it. */
public final class Share {
    private static final BigDecimal HUNDRED = new BigDecimal("100.0");
    private static final BigDecimal NEARLY_ALL = new BigDecimal("99.9");
    private static final BigDecimal HARDLY_ANY = new BigDecimal("0.1");

    private Share() {}

    /**
     * The share in percent with one decimal, half up; 100.0 only where it is all, and 0.0 only where it is nothing. Null where there is no whole to
     * have a share of.
     *
     * @param part 0..whole
     */
    public static @Nullable BigDecimal percent(long part, long whole) {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException(part + " is no part of " + whole);
        }
        if (whole == 0) {
            return null;
        }
        BigDecimal rounded =
                BigDecimal.valueOf(part).movePointRight(2).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
        if (part < whole && rounded.compareTo(HUNDRED) >= 0) {
            return NEARLY_ALL;
        }
        return part > 0 && rounded.signum() == 0 ? HARDLY_ANY : rounded;
    }
}
