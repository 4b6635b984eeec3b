package io.greenpark.accounting.check;

import io.greenpark.accounting.check.BookedFigures.BookedMean;
import io.greenpark.accounting.check.Difference.What;
import io.greenpark.accounting.check.PointMeans.Mean;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Compares means of a discharge point; how many digits of a quotient the books keep is no difference. */
record MeanComparison(Comparison comparison, Unit unit) implements Comparison.Fields<BookedMean, Mean> {
    private static final MathContext DIGITS = new MathContext(9, RoundingMode.HALF_UP);
    private static final BigDecimal CLOSE = new BigDecimal("1e-6");
    private static final double SAME_SHARE = 1e-6;

    @Override
    public boolean isMissing(BookedMean booked) {
        return booked.mean() == null;
    }

    @Override
    public String words(Mean m) {
        return mean(m.mean()) + " " + m.quality();
    }

    @Override
    public String bookedWords(BookedMean b) {
        BigDecimal mean = b.mean();
        return (mean == null ? "" : mean(mean) + " ") + b.quality();
    }

    private String mean(BigDecimal mean) {
        BigDecimal rounded = mean.round(DIGITS);
        String digits =
                rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        return digits + " " + unit.symbol();
    }

    @Override
    public void compare(Span period, BookedMean b, Mean m) {
        long start = period.fromMs();
        BigDecimal booked = b.mean();
        if (booked != null && !close(booked, m.mean())) {
            comparison.differ(start, What.MEAN, mean(booked), mean(m.mean()));
        }
        if (Math.abs(b.completeness() - m.completeness()) > SAME_SHARE) {
            comparison.differ(start, What.COMPLETENESS, percent(b.completeness()), percent(m.completeness()));
        }
        comparison.same(start, What.QUALITY, b.quality(), m.quality());
    }

    private static boolean close(BigDecimal a, BigDecimal b) {
        BigDecimal most = CLOSE.multiply(a.abs().max(b.abs()).max(BigDecimal.ONE));
        return a.subtract(b).abs().compareTo(most) <= 0;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.4f %%", 100 * share);
    }
}
