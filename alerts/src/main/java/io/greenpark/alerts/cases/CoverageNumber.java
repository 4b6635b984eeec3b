package io.greenpark.alerts.cases;

import io.greenpark.park.energy.Coverage;
import io.greenpark.store.bytes.ByteReader;
import io.greenpark.store.bytes.ByteWriter;
import io.greenpark.store.bytes.DamagedBytesException;
import io.greenpark.store.bytes.NumberColumn;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of a period is known and measured, by the milliseconds of it that are not; where a share is no whole number of them, by
 * its bits.
 *
 * @param unknownMs of the period; {@link #ODD} where the completeness is no whole number of them
 * @param unmeasuredMs of what is known, 0 where all of it is measured; {@link #ODD} where that is no whole number of them
 * @param completeness bits, where they are needed
 * @param measured bits, where they are needed
 */
record CoverageNumber(long unknownMs, long unmeasuredMs, long completeness, long measured) {
    private static final long ODD = -1;

    static CoverageNumber of(Coverage coverage, long lengthMs) {
        long unknown = lackingMs(coverage.completeness(), lengthMs);
        return new CoverageNumber(
                unknown,
                unmeasuredMs(coverage, unknown, lengthMs),
                Double.doubleToLongBits(coverage.completeness()),
                Double.doubleToLongBits(coverage.measured()));
    }

    private static long unmeasuredMs(Coverage coverage, long unknownMs, long lengthMs) {
        if (Double.compare(coverage.measured(), coverage.completeness()) == 0) {
            return 0;
        }
        long unmeasured = lackingMs(coverage.measured(), lengthMs);
        return unknownMs == ODD || unmeasured <= unknownMs ? ODD : unmeasured - unknownMs;
    }

    private static long lackingMs(double share, long lengthMs) {
        long lacking = Math.round((1 - share) * lengthMs);
        boolean exact = lengthMs > 0 && lacking >= 0 && Double.compare(share(lacking, lengthMs), share) == 0;
        return exact ? lacking : ODD;
    }

    private static double share(long lackingMs, long lengthMs) {
        return (double) (lengthMs - lackingMs) / lengthMs;
    }

    /** The time that is known; 0 where it is no whole number of milliseconds. */
    long coveredMs(long lengthMs) {
        return unknownMs == ODD ? 0 : lengthMs - unknownMs;
    }

    Coverage coverage(long lengthMs) {
        double known = unknownMs == ODD ? Double.longBitsToDouble(completeness) : share(unknownMs, lengthMs);
        if (unmeasuredMs == 0) {
            return Coverage.measured(known);
        }
        return new Coverage(
                known,
                unmeasuredMs == ODD ? Double.longBitsToDouble(measured) : share(unknownMs + unmeasuredMs, lengthMs));
    }

    static void putAll(ByteWriter out, List<CoverageNumber> coverages) {
        NumberColumn.put(
                out, coverages.stream().mapToLong(CoverageNumber::unknownMs).toArray());
        NumberColumn.put(
                out,
                coverages.stream()
                        .filter(c -> c.unknownMs() == ODD)
                        .mapToLong(CoverageNumber::completeness)
                        .toArray());
        NumberColumn.put(
                out, coverages.stream().mapToLong(CoverageNumber::unmeasuredMs).toArray());
        NumberColumn.put(
                out,
                coverages.stream()
                        .filter(c -> c.unmeasuredMs() == ODD)
                        .mapToLong(CoverageNumber::measured)
                        .toArray());
    }

    static List<CoverageNumber> getAll(ByteReader in, int count) throws DamagedBytesException {
        long[] unknown = NumberColumn.get(in, count);
        long[] completeness = bits(in, unknown);
        long[] unmeasured = NumberColumn.get(in, count);
        long[] measured = bits(in, unmeasured);
        List<CoverageNumber> coverages = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            coverages.add(new CoverageNumber(unknown[i], unmeasured[i], completeness[i], measured[i]));
        }
        return coverages;
    }

    /** The bits of those that have them, each at its place. */
    private static long[] bits(ByteReader in, long[] ms) throws DamagedBytesException {
        int odd = 0;
        for (long one : ms) {
            odd += one == ODD ? 1 : 0;
        }
        long[] packed = NumberColumn.get(in, odd);
        long[] bits = new long[ms.length];
        int next = 0;
        for (int i = 0; i < ms.length; i++) {
            bits[i] = ms[i] == ODD ? packed[next++] : 0;
        }
        return bits;
    }
}
