package io.greenpark.alerts.cases;

import io.greenpark.park.energy.Coverage;
import io.greenpark.park.time.ParkTime;
import io.greenpark.store.bytes.ByteReader;
import io.greenpark.store.bytes.ByteWriter;
import io.greenpark.store.bytes.DamagedBytesException;
import io.greenpark.store.bytes.NumberColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was judged, and when: the same for both rules where they look at the same mean in the same unit. Columns: how much longer
 * than an hour the period is; the shares known and measured ({@link CoverageNumber}); the figures ({@link FigureNumber}); seconds
 * from the end of the period until it was judged.
 */
record JudgedMean(Instant from, Instant to, @Nullable BigDecimal figure, Coverage coverage, long judgedMs) {
    private static final long SECOND_MS = 1_000;

    static JudgedMean of(StoredVerdict v) {
        return new JudgedMean(
                v.verdict().from(),
                v.verdict().to(),
                v.verdict().figure(),
                v.verdict().coverage(),
                v.judgedMs());
    }

    private long lengthMs() {
        return to.toEpochMilli() - from.toEpochMilli();
    }

    private long judgedAfterS() {
        return Math.floorDiv(judgedMs, SECOND_MS) - Math.floorDiv(to.toEpochMilli(), SECOND_MS);
    }

    static void putAll(ByteWriter out, List<JudgedMean> means) {
        NumberColumn.put(
                out,
                means.stream().mapToLong(m -> m.lengthMs() - ParkTime.HOUR_MS).toArray());
        List<CoverageNumber> coverages = means.stream()
                .map(m -> CoverageNumber.of(m.coverage(), m.lengthMs()))
                .toList();
        CoverageNumber.putAll(out, coverages);
        List<@Nullable BigDecimal> figures = new ArrayList<>(means.size());
        List<Long> covered = new ArrayList<>(means.size());
        for (int i = 0; i < means.size(); i++) {
            figures.add(means.get(i).figure());
            covered.add(coverages.get(i).coveredMs(means.get(i).lengthMs()));
        }
        FigureNumber.putAll(out, FigureNumber.of(figures, covered));
        NumberColumn.put(out, means.stream().mapToLong(JudgedMean::judgedAfterS).toArray());
    }

    /** Reads means of periods with these starts. */
    static List<JudgedMean> getAll(ByteReader in, long[] starts) throws DamagedBytesException {
        int count = starts.length;
        long[] longer = NumberColumn.get(in, count);
        List<CoverageNumber> coverages = CoverageNumber.getAll(in, count);
        List<FigureNumber> figures = FigureNumber.getAll(in, count);
        long[] judged = NumberColumn.get(in, count);
        List<JudgedMean> means = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long length = longer[i] + ParkTime.HOUR_MS;
            long end = starts[i] + length;
            CoverageNumber coverage = coverages.get(i);
            means.add(new JudgedMean(
                    Instant.ofEpochMilli(starts[i]),
                    Instant.ofEpochMilli(end),
                    figures.get(i).figure(coverage.coveredMs(length)),
                    coverage.coverage(length),
                    (Math.floorDiv(end, SECOND_MS) + judged[i]) * SECOND_MS));
        }
        return means;
    }
}
