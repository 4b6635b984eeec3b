package io.greenpark.accounting.discharge;

import io.greenpark.park.discharge.DischargeMean.Mean;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A mean as a whole number, exactly. A mean of sixteen digits is mostly the sum of a few values with one or two digits after
 * the point, each for the same time or for so many seconds or milliseconds. That sum is a small number: where it leads back to
 * the mean, divided by the number of values or by the time they stand for, it is taken.
 *
 * @param form which number it is
 * @param scale digits of the number after the point
 * @param text the mean where no number stands for it
 */
record MeanNumber(
        int form, int scale, long number, @Nullable String text) {
    static final int MISSING = 0;
    /** The mean itself. */
    static final int WHOLE = 1;
    /** The sum of the valid samples. */
    static final int SUM = 2;

    static final int TEXT = 3;
    /** The sum of the valid samples, each times the milliseconds it stands for. */
    static final int WEIGHTED = 4;

    private static final MeanNumber NONE = new MeanNumber(MISSING, 0, 0, null);
    private static final int MOST_DIGITS = 8;
    /** Milliseconds of whole seconds end in so many zeros. */
    private static final int ZEROS = 3;

    /** @param coveredMs the time it stands for; 0 where that is not known */
    static MeanNumber of(Mean mean, long coveredMs) {
        BigDecimal exact = mean.mean();
        if (exact == null) {
            return NONE;
        }
        MeanNumber sum = sum(exact, SUM, 0, mean.validSamples());
        if (sum == null) {
            sum = sum(exact, WEIGHTED, -ZEROS, coveredMs);
        }
        if (sum != null) {
            return sum;
        }
        return isLong(exact.unscaledValue())
                ? new MeanNumber(WHOLE, exact.scale(), exact.unscaledValue().longValueExact(), null)
                : new MeanNumber(TEXT, 0, 0, exact.toString());
    }

    /** The sum with the fewest digits that leads back to the mean, if it has fewer than the mean; null if none does. */
    private static @Nullable MeanNumber sum(BigDecimal mean, int form, int fewest, long divisor) {
        for (int scale = fewest; divisor > 1 && scale <= Math.min(MOST_DIGITS, mean.scale()); scale++) {
            BigDecimal sum = mean.multiply(BigDecimal.valueOf(divisor)).setScale(scale, RoundingMode.HALF_EVEN);
            boolean shorter = sum.precision() < mean.precision() && isLong(sum.unscaledValue());
            if (shorter && mean(sum, divisor).equals(mean)) {
                return new MeanNumber(form, scale, sum.unscaledValue().longValueExact(), null);
            }
        }
        return null;
    }

    private static BigDecimal mean(BigDecimal sum, long divisor) {
        return sum.divide(BigDecimal.valueOf(divisor), MathContext.DECIMAL64);
    }

    private static boolean isLong(BigInteger number) {
        return number.bitLength() < Long.SIZE;
    }

    static boolean hasNumber(long form) {
        return form == WHOLE || form == SUM || form == WEIGHTED;
    }

    boolean hasNumber() {
        return hasNumber(form);
    }

    /** The mean, as it was. */
    @Nullable
    BigDecimal mean(int samples, long coveredMs) {
        if (text != null) {
            return new BigDecimal(text);
        }
        BigDecimal exact = BigDecimal.valueOf(number, scale);
        return switch (form) {
            case MISSING -> null;
            case SUM -> mean(exact, samples);
            case WEIGHTED -> mean(exact, coveredMs);
            default -> exact;
        };
    }
}
