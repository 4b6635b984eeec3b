package io.greenpark.accounting.check;

import io.greenpark.park.registry.Replacement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a register showed, or is on record to have shown.
 *
 * @param shown in base units, before the ratio
 * @param role whether it was read, or is one end of a replacement on record
 * @param series its place among all of them
 */
record RegisterValue(long atMs, BigDecimal shown, CheckedFacts facts, Role role, int series) {
    /** Where a value comes from. */
    enum Role {
        READ,
        OLD_END,
        NEW_START
    }

    /**
     * All that a register showed, with the ends of replacements on record; a value read at the time of a replacement is of
     * the new register.
     */
    static List<RegisterValue> all(List<PointValue> series, List<CheckedFacts> facts, List<Replacement> replacements) {
        List<RegisterValue> all = new ArrayList<>();
        int next = 0;
        for (PointValue v : series) {
            while (next < replacements.size() && replacements.get(next).at().toEpochMilli() <= v.atMs()) {
                addRecord(replacements.get(next++), facts, all);
            }
            if (v.counts()) {
                all.add(read(v, all.size()));
            }
        }
        for (Replacement r : replacements.subList(next, replacements.size())) {
            addRecord(r, facts, all);
        }
        return all;
    }

    private static void addRecord(Replacement r, List<CheckedFacts> facts, List<RegisterValue> all) {
        CheckedFacts at = PointValue.at(facts, r.at().toEpochMilli());
        if (at != null) {
            all.add(oldEnd(r, at, all.size()));
            all.add(newStart(r, at, all.size()));
        }
    }

    private static RegisterValue read(PointValue v, int series) {
        return new RegisterValue(
                v.atMs(), v.facts().unit().toBase(BigDecimal.valueOf(v.sent())), v.facts(), Role.READ, series);
    }

    private static RegisterValue oldEnd(Replacement r, CheckedFacts facts, int series) {
        return new RegisterValue(r.at().toEpochMilli(), facts.unit().toBase(r.oldEnd()), facts, Role.OLD_END, series);
    }

    private static RegisterValue newStart(Replacement r, CheckedFacts facts, int series) {
        return new RegisterValue(
                r.at().toEpochMilli(), facts.unit().toBase(r.newStart()), facts, Role.NEW_START, series);
    }

    boolean isZero() {
        return shown.signum() == 0;
    }

    boolean isKnown() {
        return role == Role.NEW_START;
    }

    /** The level of the register in base units, ratio applied. */
    BigDecimal level() {
        return shown.multiply(facts.ratio());
    }

    /** Where it wraps, in base units before the ratio; null if it does not. */
    @Nullable
    BigDecimal range() {
        BigDecimal range = facts.range();
        return range == null ? null : facts.unit().toBase(range);
    }
}
