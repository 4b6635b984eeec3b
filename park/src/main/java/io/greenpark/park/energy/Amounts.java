package io.greenpark.park.energy;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Exact amounts in base units, as the books keep them. */
public final class Amounts {
    private Amounts() {}

    /** The sum; one that no account holds is the largest that one does, so that it never turns round. */
    public static long plus(long a, long b) {
        long sum = a + b;
        boolean beyond = ((a ^ sum) & (b ^ sum)) < 0;
        return beyond ? (a < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE) : sum;
    }

    static long rounded(BigDecimal level) {
        return level.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    static long rounded(BigDecimal sum, BigDecimal by) {
        return sum.divide(by, 0, RoundingMode.HALF_UP).longValueExact();
    }
}
