package io.greenpark.accounting.check;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a register may have risen by between two of its values (docs/arithmetic.md, section 4, rules 1 and 2). */
final class RegisterSteps {
    private static final BigDecimal HOUR = BigDecimal.valueOf(ParkPeriods.HOUR_MS);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal LOW = new BigDecimal("0.1");
    private static final BigDecimal HIGH = new BigDecimal("0.9");

    private RegisterSteps() {}

    /** By how much the second is above the first, in base units, ratio applied. */
    static BigDecimal difference(RegisterValue from, RegisterValue to) {
        return to.shown().subtract(from.shown()).multiply(to.facts().ratio());
    }

    /**
     * The rise from one value to a later one, with a wrap where that is one; null if there is none that could be.
     *
     * @param movedMs when the register last moved before
     */
    static @Nullable BigDecimal rise(RegisterValue from, RegisterValue to, long movedMs) {
        BigDecimal rise = difference(from, to);
        if (rise.signum() >= 0) {
            return deliverable(rise, to.facts(), to.atMs() - movedMs) ? rise : null;
        }
        return wrap(from, to, movedMs);
    }

    private static @Nullable BigDecimal wrap(RegisterValue from, RegisterValue to, long movedMs) {
        BigDecimal range = to.range();
        if (range == null) {
            return null;
        }
        BigDecimal shown = range.subtract(from.shown()).add(to.shown());
        BigDecimal rise = shown.multiply(to.facts().ratio());
        if (shown.signum() < 0 || shown.multiply(TWO).compareTo(range) >= 0) {
            return null;
        }
        if (to.facts().maxPerHour() != null) {
            return deliverable(rise, to.facts(), to.atMs() - movedMs) ? rise : null;
        }
        boolean overTheTop =
                from.shown().compareTo(range.multiply(HIGH)) > 0 && to.shown().compareTo(range.multiply(LOW)) < 0;
        return overTheTop ? rise : null;
    }

    /** Whether so much can flow in a time, which counts as one expected interval where it is shorter. */
    static boolean deliverable(BigDecimal rise, CheckedFacts facts, long overMs) {
        BigDecimal max = facts.maxPerHour();
        return max == null
                || rise.multiply(HOUR).compareTo(max.multiply(BigDecimal.valueOf(Math.max(overMs, facts.expectedMs()))))
                        <= 0;
    }

    /** Whether each of these, in a row, could follow the one before, the last one the first, and they have grown. */
    static boolean fitEachOther(List<RegisterValue> values) {
        RegisterValue first = values.get(0);
        RegisterValue last = values.get(values.size() - 1);
        for (int i = 1; i < values.size(); i++) {
            RegisterValue before = values.get(i - 1);
            if (rise(before, values.get(i), before.atMs()) == null) {
                return false;
            }
        }
        BigDecimal whole = rise(first, last, first.atMs());
        return whole != null && whole.signum() > 0;
    }
}
