package io.greenpark.accounting.check;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value of a register's track.
 *
 * @param rise by how much it is above the one before, in base units, ratio applied; null at a base, where nothing is known
 *     of what flowed before
 * @param movedMs when the register came to this level
 * @param total rises since the base
 * @param headroom the least of total - most that can have flowed until {@code movedMs}, over this value and those before it
 *     down to the base, times milliseconds in an hour; null where no greatest amount is known
 * @param hidden values of a standstill that was none, in order, kept in case this value turns out not to belong here
 */
record Link(
        RegisterValue value,
        @Nullable BigDecimal rise,
        long movedMs,
        BigDecimal total,
        @Nullable BigDecimal headroom,
        List<Link> hidden) {
    private static final BigDecimal HOUR = BigDecimal.valueOf(ParkPeriods.HOUR_MS);

    static Link base(RegisterValue value, List<Link> hidden) {
        return of(value, null, value.atMs(), BigDecimal.ZERO, null, hidden);
    }

    Link next(RegisterValue to, BigDecimal by, List<Link> hiding) {
        boolean sameMost = to.facts().maxPerHour() != null
                && to.facts().maxPerHour().equals(value.facts().maxPerHour());
        long moved = by.signum() == 0 ? movedMs : to.atMs();
        return of(to, by, moved, total.add(by), sameMost ? headroom : null, hiding);
    }

    private static Link of(
            RegisterValue value,
            @Nullable BigDecimal rise,
            long movedMs,
            BigDecimal total,
            @Nullable BigDecimal before,
            List<Link> hidden) {
        BigDecimal most = value.facts().maxPerHour();
        BigDecimal own = most == null ? null : over(total, most, movedMs);
        return new Link(value, rise, movedMs, total, own == null || before == null ? own : own.min(before), hidden);
    }

    /** How far a total lies above what can have flowed until a time, times milliseconds in an hour. */
    static BigDecimal over(BigDecimal total, BigDecimal most, long atMs) {
        return total.multiply(HOUR).subtract(most.multiply(BigDecimal.valueOf(atMs)));
    }

    boolean isBase() {
        return rise == null;
    }

    boolean stoodStill() {
        return rise != null && rise.signum() == 0;
    }

    long atMs() {
        return value.atMs();
    }
}
