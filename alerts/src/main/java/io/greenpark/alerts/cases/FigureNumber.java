package io.greenpark.alerts.cases;

import io.greenpark.accounting.hour.MeanNumber;
import io.greenpark.store.bytes.ByteReader;
import io.greenpark.store.bytes.ByteWriter;
import io.greenpark.store.bytes.DamagedBytesException;
import io.greenpark.store.bytes.NumberColumn;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figure of a verdict as a number. How many values it is the mean of is not kept with verdicts, but mostly as many as that of
 * the hour before; else it is looked for.
 *
 * @param samples of how many values it is the mean; 0 where that does not matter
 */
record FigureNumber(MeanNumber mean, int samples) {
    private static final int MOST_SAMPLES = 120;
    /** A figure that has no more is short as it is. */
    private static final int SHORT_DIGITS = 8;
    /** A sum of so many digits that rounds to fewer of them is one of few digits. */
    private static final MathContext NEARLY = new MathContext(12);

    private static final int FEW_DIGITS = 10;
    private static final Comparator<FigureNumber> SHORTER = Comparator.<FigureNumber>comparingLong(
                    f -> Math.abs(f.mean().number()))
            .thenComparing(f -> f.mean().scale());
    private static final FigureNumber UNKNOWN = new FigureNumber(MeanNumber.of(null, 0, 0), 0);

    /**
     * The figures of a day, as alike as they can be: one sum ends in zeros by chance, or may be that of fewer values, so what
     * the last is like is tried for all.
     */
    static List<FigureNumber> of(List<@Nullable BigDecimal> figures, List<Long> coveredMs) {
        FigureNumber usual = UNKNOWN;
        for (int i = 0; i < figures.size(); i++) {
            FigureNumber next = of(figures.get(i), coveredMs.get(i), usual);
            usual = next.isSum() ? next : usual;
        }
        List<FigureNumber> numbers = new ArrayList<>(figures.size());
        for (int i = 0; i < figures.size(); i++) {
            numbers.add(of(figures.get(i), coveredMs.get(i), usual));
        }
        return numbers;
    }

    private static FigureNumber of(@Nullable BigDecimal figure, long coveredMs, FigureNumber usual) {
        if (figure == null) {
            return UNKNOWN;
        }
        MeanNumber alike = usual.isSum() ? usual.alike(figure, coveredMs) : null;
        if (alike != null) {
            return new FigureNumber(alike, usual.samples());
        }
        FigureNumber sum = figure.precision() > SHORT_DIGITS ? shortestSum(figure) : null;
        return sum != null ? sum : new FigureNumber(MeanNumber.of(figure, 0, coveredMs), 0);
    }

    private boolean isSum() {
        return mean.form() == MeanNumber.SUM || mean.form() == MeanNumber.WEIGHTED;
    }

    private @Nullable MeanNumber alike(BigDecimal figure, long coveredMs) {
        return MeanNumber.sumOf(figure, mean.form(), mean.scale(), mean.form() == MeanNumber.SUM ? samples : coveredMs);
    }

    /** Of the sums of few values that a figure may come from the smallest number; null if there is none. */
    private static @Nullable FigureNumber shortestSum(BigDecimal figure) {
        FigureNumber shortest = null;
        for (int samples = 2; samples <= MOST_SAMPLES; samples++) {
            BigDecimal sum =
                    figure.multiply(BigDecimal.valueOf(samples)).round(NEARLY).stripTrailingZeros();
            if (sum.precision() <= FEW_DIGITS) {
                FigureNumber next = new FigureNumber(MeanNumber.of(figure, samples, 0), samples);
                if (next.isSum() && (shortest == null || SHORTER.compare(next, shortest) < 0)) {
                    shortest = next;
                }
            }
        }
        return shortest;
    }

    @Nullable
    BigDecimal figure(long coveredMs) {
        return mean.mean(samples, coveredMs);
    }

    static void putAll(ByteWriter out, List<FigureNumber> figures) {
        MeanNumber.putAll(out, figures.stream().map(FigureNumber::mean).toList());
        NumberColumn.put(
                out,
                figures.stream()
                        .filter(f -> f.mean().form() == MeanNumber.SUM)
                        .mapToLong(FigureNumber::samples)
                        .toArray());
    }

    static List<FigureNumber> getAll(ByteReader in, int count) throws DamagedBytesException {
        List<MeanNumber> means = MeanNumber.getAll(in, count);
        int sums = (int) means.stream().filter(m -> m.form() == MeanNumber.SUM).count();
        long[] samples = NumberColumn.get(in, sums);
        List<FigureNumber> figures = new ArrayList<>(count);
        int next = 0;
        for (MeanNumber mean : means) {
            figures.add(new FigureNumber(mean, mean.form() == MeanNumber.SUM ? (int) samples[next++] : 0));
        }
        return figures;
    }
}
