package io.greenpark.park.energy;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the energy of a subject and what its target allows, in tonnes of standard coal. With the intensity of the
 * base year I0, its change c and the change t that is due, energy is I0 (1 + c) times the value added and may be I0 (1 + t)
 * times it. Sixteen significant digits where a division does not end.
 */
public final class TargetTonnes {
    private static final MathContext DIGITS = MathContext.DECIMAL64;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private TargetTonnes() {}

    /**
     * Energy above what the target allows for the same value added: {@code tce x (1 - (100 + due) / (100 + change))}. Below 0
     * it is what was saved beyond the target.
     *
     * @param tce energy of the period, tce
     * @param changePercent of the intensity since the base year
     * @param dueChangePercent what the change ought to be
     * @return null if the energy or the change is missing, or nothing was used
     */
    public static @Nullable BigDecimal excess(
            @Nullable BigDecimal tce, @Nullable BigDecimal changePercent, BigDecimal dueChangePercent) {
        if (tce == null || changePercent == null) {
            return null;
        }
        BigDecimal ofBase = HUNDRED.add(changePercent);
        return ofBase.signum() <= 0
                ? null
                : tce.multiply(changePercent.subtract(dueChangePercent)).divide(ofBase, DIGITS);
    }

    /**
     * Energy and value added of some months.
     *
     * @param tce tonnes of standard coal
     * @param ivaCny industrial value added at comparable prices, CNY
     */
    public record Months(BigDecimal tce, BigDecimal ivaCny) {}

    /**
     * A year as it ends if its remaining months relate to those of the year before as the months so far do.
     *
     * @param tce energy of the whole year
     * @param allowedTce what the target allows for the value added of the whole year
     */
    public record YearEnd(BigDecimal tce, BigDecimal allowedTce) {
        /** What is still to be saved by the end of the year; below 0 there is room. */
        public BigDecimal excessTce() {
            return tce.subtract(allowedTce);
        }
    }

    /**
     * The end of a year by the months so far.
     *
     * @param soFar of this year
     * @param beforeSoFar the same months of the year before
     * @param beforeWhole the whole year before
     * @param baseTcePer10kCny intensity of the whole base year
     * @param dueChangePercent what its change ought to be at the end of this year
     * @return null if in the months of the year before nothing was used, or no value added
     */
    public static @Nullable YearEnd yearEnd(
            Months soFar,
            Months beforeSoFar,
            Months beforeWhole,
            BigDecimal baseTcePer10kCny,
            BigDecimal dueChangePercent) {
        BigDecimal tce = grown(beforeWhole.tce, soFar.tce, beforeSoFar.tce);
        BigDecimal ivaCny = grown(beforeWhole.ivaCny, soFar.ivaCny, beforeSoFar.ivaCny);
        if (tce == null || ivaCny == null) {
            return null;
        }
        return yearEnd(new Months(tce, ivaCny), baseTcePer10kCny, dueChangePercent);
    }

    /** The end of a year that is over, or that is known. */
    public static YearEnd yearEnd(Months whole, BigDecimal baseTcePer10kCny, BigDecimal dueChangePercent) {
        BigDecimal allowed = baseTcePer10kCny
                .multiply(HUNDRED.add(dueChangePercent))
                .multiply(whole.ivaCny)
                .divide(HUNDRED.multiply(TEN_THOUSAND), DIGITS);
        return new YearEnd(whole.tce, allowed);
    }

    private static @Nullable BigDecimal grown(BigDecimal whole, BigDecimal soFar, BigDecimal before) {
        return before.signum() <= 0 ? null : whole.multiply(soFar).divide(before, DIGITS);
    }
}
