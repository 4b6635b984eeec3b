package io.greenpark.park.energy;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * Energy per 10,000 CNY of industrial value added at comparable prices, its change, and the change a target asks for.
 * Sixteen significant digits where a division does not end; rounding for display is the reader's.
 */
public final class Intensity {
    /** Both periods of a comparison must be measured for at least this share of the expected time to be judged. */
    public static final int LEAST_MEASURED_PERCENT = 90;

    private static final MathContext DIGITS = MathContext.DECIMAL64;
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Intensity() {}

    /**
     * tce per 10,000 CNY.
     *
     * @return null if either is missing or the value added is not positive
     */
    public static @Nullable BigDecimal of(@Nullable BigDecimal tce, @Nullable BigDecimal ivaCny) {
        return tce == null || ivaCny == null || ivaCny.signum() <= 0
                ? null
                : tce.multiply(TEN_THOUSAND).divide(ivaCny, DIGITS);
    }

    /**
     * (report / base - 1) x 100, in percent.
     *
     * @return null if either is missing or the base is not positive
     */
    public static @Nullable BigDecimal changePercent(@Nullable BigDecimal report, @Nullable BigDecimal base) {
        return report == null || base == null || base.signum() <= 0
                ? null
                : report.divide(base, DIGITS).subtract(BigDecimal.ONE).multiply(HUNDRED, DIGITS);
    }

    /**
     * The change a yearly target asks for after some years, compounded: ((1 + p/100)^years - 1) x 100. The district's
     * -5 % is an average over its years: -5, -9.75, -14.2625.
     *
     * @param years at least 0
     */
    public static BigDecimal compoundedPercent(BigDecimal yearlyPercent, int years) {
        return BigDecimal.ONE
                .add(yearlyPercent.movePointLeft(2))
                .pow(years)
                .subtract(BigDecimal.ONE)
                .multiply(HUNDRED)
                .stripTrailingZeros();
    }
}
