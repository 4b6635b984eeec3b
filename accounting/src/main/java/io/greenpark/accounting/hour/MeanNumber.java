package io.greenpark.accounting.hour;

import io.greenpark.store.bytes.ByteReader;
import io.greenpark.store.bytes.ByteWriter;
import io.greenpark.store.bytes.DamagedBytesException;
import io.greenpark.store.bytes.NumberColumn;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
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
public record MeanNumber(
        int form, int scale, long number, @Nullable String text) {
    public static final int MISSING = 0;
    /** The mean itself. */
    public static final int WHOLE = 1;
    /** The sum of the valid samples. */
    public static final int SUM = 2;

    public static final int TEXT = 3;
    /** The sum of the valid samples, each times the milliseconds it stands for. */
    public static final int WEIGHTED = 4;

    private static final MeanNumber NONE = new MeanNumber(MISSING, 0, 0, null);
    private static final int MOST_DIGITS = 8;
    /** Milliseconds of whole seconds end in so many zeros. */
    private static final int ZEROS = 3;
    /** More digits than any value has, and few enough to reckon with. */
    private static final int MOST_SCALE = 1_000;

    /**
     * @param samples how many values it is the mean of; 0 where that is not known
     * @param coveredMs the time it stands for; 0 where that is not known
     */
    public static MeanNumber of(@Nullable BigDecimal mean, long samples, long coveredMs) {
        if (mean == null) {
            return NONE;
        }
        MeanNumber sum = sum(mean, SUM, 0, samples);
        if (sum == null) {
            sum = sum(mean, WEIGHTED, -ZEROS, coveredMs);
        }
        if (sum != null) {
            return sum;
        }
        return isLong(mean.unscaledValue()) && usual(mean)
                ? new MeanNumber(WHOLE, mean.scale(), mean.unscaledValue().longValueExact(), null)
                : new MeanNumber(TEXT, 0, 0, mean.toString());
    }

    /** The sum with the fewest digits that leads back to the mean, if it has fewer than the mean; null if none does. */
    private static @Nullable MeanNumber sum(BigDecimal mean, int form, int fewest, long divisor) {
        if (!usual(mean)) {
            return null;
        }
        for (int scale = fewest; divisor > 1 && scale <= Math.min(MOST_DIGITS, mean.scale()); scale++) {
            BigDecimal sum = mean.multiply(BigDecimal.valueOf(divisor)).setScale(scale, RoundingMode.HALF_EVEN);
            if (sum.precision() < mean.precision() && leadsBack(sum, divisor, mean)) {
                return new MeanNumber(form, scale, sum.unscaledValue().longValueExact(), null);
            }
        }
        return null;
    }

    /** The sum with so many digits after the point, if it leads back to the mean; null if it does not. */
    public static @Nullable MeanNumber sumOf(BigDecimal mean, int form, int scale, long divisor) {
        if (divisor <= 1 || !usual(mean)) {
            return null;
        }
        BigDecimal sum = mean.multiply(BigDecimal.valueOf(divisor)).setScale(scale, RoundingMode.HALF_EVEN);
        return leadsBack(sum, divisor, mean)
                ? new MeanNumber(form, scale, sum.unscaledValue().longValueExact(), null)
                : null;
    }

    private static boolean leadsBack(BigDecimal sum, long divisor, BigDecimal mean) {
        return isLong(sum.unscaledValue()) && mean(sum, divisor).equals(mean);
    }

    private static BigDecimal mean(BigDecimal sum, long divisor) {
        return sum.divide(BigDecimal.valueOf(divisor), MathContext.DECIMAL64);
    }

    private static boolean usual(BigDecimal mean) {
        return Math.abs((long) mean.scale()) <= MOST_SCALE;
    }

    private static boolean isLong(BigInteger number) {
        return number.bitLength() < Long.SIZE;
    }

    private static boolean hasNumber(long form) {
        return form == WHOLE || form == SUM || form == WEIGHTED;
    }

    private boolean hasNumber() {
        return hasNumber(form);
    }

    /** The mean, as it was. */
    public @Nullable BigDecimal mean(long samples, long coveredMs) {
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

    /** Writes means by form, scale and number, and as text where they have no number. */
    public static void putAll(ByteWriter out, List<MeanNumber> means) {
        HourCodec.putColumn(out, means, MeanNumber::form);
        HourCodec.putColumn(out, means, MeanNumber::hasNumber, MeanNumber::scale);
        HourCodec.putColumn(out, means, MeanNumber::hasNumber, MeanNumber::number);
        means.stream().filter(m -> m.text() != null).forEach(m -> out.putText(String.valueOf(m.text())));
    }

    public static List<MeanNumber> getAll(ByteReader in, int count) throws DamagedBytesException {
        long[] forms = NumberColumn.get(in, count);
        int numbered = 0;
        for (long form : forms) {
            numbered += hasNumber(form) ? 1 : 0;
        }
        long[] scales = NumberColumn.get(in, numbered);
        long[] numbers = NumberColumn.get(in, numbered);
        List<MeanNumber> means = new ArrayList<>(count);
        int next = 0;
        for (long form : forms) {
            if (hasNumber(form)) {
                means.add(new MeanNumber((int) form, scale(scales[next]), numbers[next], null));
                next++;
            } else {
                means.add(new MeanNumber((int) form, 0, 0, form == TEXT ? in.getText() : null));
            }
        }
        return means;
    }

    private static int scale(long scale) throws DamagedBytesException {
        if (scale < -MOST_SCALE || scale > MOST_SCALE) {
            throw new DamagedBytesException("a number has the scale " + scale);
        }
        return (int) scale;
    }
}
