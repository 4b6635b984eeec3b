package io.greenpark.park.energy;

import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.time.ParkTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run of mutually consistent values of a register, and the rises between them. Mutable. */
final class RegisterTrack {
    private static final BigDecimal HOUR = BigDecimal.valueOf(ParkTime.HOUR_MS);
    private static final BigDecimal NEARLY_FULL = new BigDecimal("0.9");
    private static final BigDecimal NEARLY_EMPTY = new BigDecimal("0.1");

    /** How a value follows: by how much, from when on, and whether the register wrapped. */
    record Fit(BigDecimal delta, boolean afterFreeze, boolean rollover) {}

    private final List<RegisterRise> rises = new ArrayList<>();
    private long atMs;
    private BigDecimal value;
    /** When the register last changed: a run begun at this time sees the same frozen stretch. */
    private long sinceMs;

    private @Nullable Long previousSinceMs;
    private int length = 1;
    private boolean grown;

    RegisterTrack(long atMs, BigDecimal value) {
        this.atMs = atMs;
        this.sinceMs = atMs;
        this.value = value;
    }

    /** How a value of a later time follows the newest of the track; null if it does not. */
    @Nullable
    Fit fit(PointFacts facts, long timeMs, BigDecimal next) {
        BigDecimal delta = next.subtract(value);
        boolean rollover = false;
        if (delta.signum() < 0) {
            BigDecimal range = facts.registerRange();
            if (range == null || !wraps(facts.unit().toBase(range), next)) {
                return null;
            }
            delta = delta.add(facts.unit().toBase(range));
            rollover = true;
        }
        if (delta.signum() == 0) {
            return new Fit(delta, false, false);
        }
        if (facts.maxPerHour() == null) {
            return value.signum() == 0 ? null : new Fit(delta, false, rollover);
        }
        if (deliverable(
                facts, delta, Math.max(timeMs - atMs, facts.expectedInterval().toMillis()))) {
            return new Fit(delta, false, rollover);
        }
        return sinceMs < atMs && deliverable(facts, delta, timeMs - sinceMs) ? new Fit(delta, true, rollover) : null;
    }

    private boolean wraps(BigDecimal range, BigDecimal next) {
        return value.compareTo(range.multiply(NEARLY_FULL)) > 0 && next.compareTo(range.multiply(NEARLY_EMPTY)) < 0;
    }

    private static boolean deliverable(PointFacts facts, BigDecimal delta, long windowMs) {
        BigDecimal maxPerHour = facts.maxPerHour();
        return maxPerHour == null
                || delta.multiply(facts.effectiveRatio())
                                .multiply(HOUR)
                                .compareTo(facts.unit().toBase(maxPerHour).multiply(BigDecimal.valueOf(windowMs)))
                        <= 0;
    }

    void accept(long timeMs, BigDecimal next, Fit fit) {
        if (timeMs == atMs) {
            return;
        }
        long fromMs = atMs;
        if (fit.afterFreeze()) {
            fromMs = sinceMs;
            while (!rises.isEmpty() && rises.get(rises.size() - 1).fromMs() >= fromMs) {
                rises.remove(rises.size() - 1);
            }
        }
        rises.add(new RegisterRise(fromMs, timeMs, value, value.add(fit.delta()), fit.afterFreeze()));
        previousSinceMs = sinceMs;
        if (fit.delta().signum() > 0) {
            grown = true;
            sinceMs = timeMs;
        } else if (timeMs - sinceMs > RegisterArithmetic.LONGEST_FREEZE_MS) {
            sinceMs = timeMs;
        }
        atMs = timeMs;
        value = next;
        length++;
    }

    BigDecimal value() {
        return value;
    }

    int length() {
        return length;
    }

    boolean grown() {
        return grown;
    }

    List<RegisterRise> rises() {
        return rises;
    }

    @Nullable
    Long previousSinceMs() {
        return previousSinceMs;
    }

    long settledMs() {
        return previousSinceMs == null ? sinceMs : previousSinceMs;
    }
}
