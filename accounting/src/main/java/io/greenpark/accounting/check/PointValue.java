package io.greenpark.accounting.check;

import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Sample;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value of a point's series with the facts in force at its stamp.
 *
 * @param normal whether it is flagged N
 * @param replaced whether a differing value of the same time came before it
 */
record PointValue(long atMs, double sent, long arrivalMs, CheckedFacts facts, boolean normal, boolean replaced) {

    /**
     * The series of a point; values before its first facts are in no part of it.
     *
     * @param samples oldest first
     * @param superseded values that others of the same time replaced, oldest first
     */
    static List<PointValue> series(List<CheckedFacts> facts, List<Sample> samples, List<Sample> superseded) {
        List<PointValue> series = new ArrayList<>(samples.size());
        int evidence = 0;
        for (Sample s : samples) {
            boolean replaced = false;
            while (evidence < superseded.size() && superseded.get(evidence).timeMs() <= s.timeMs()) {
                replaced |= differs(superseded.get(evidence++), s);
            }
            CheckedFacts at = at(facts, s.timeMs());
            if (at != null) {
                boolean normal = s.flag() == Flag.NORMAL;
                series.add(new PointValue(s.timeMs(), s.value(), s.arrivalMs(), at, normal, replaced));
            }
        }
        return series;
    }

    /** Whether it is flagged N and not invalid. */
    boolean counts() {
        return normal && Validity.isValid(sent, facts);
    }

    /** The same value, of other facts. */
    PointValue under(CheckedFacts other) {
        return new PointValue(atMs, sent, arrivalMs, other, normal, replaced);
    }

    private static boolean differs(Sample earlier, Sample now) {
        return earlier.timeMs() == now.timeMs()
                && (Double.compare(earlier.value(), now.value()) != 0 || earlier.flag() != now.flag());
    }

    /** The facts in force at a time; null before the first. */
    static @Nullable CheckedFacts at(List<CheckedFacts> facts, long atMs) {
        CheckedFacts inForce = null;
        for (CheckedFacts f : facts) {
            if (f.fromMs() <= atMs) {
                inForce = f;
            }
        }
        return inForce;
    }
}
