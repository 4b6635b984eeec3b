package io.greenpark.park.energy;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A value of a register on a track, linked to the one before. Tracks that part share what they have in common, so that
 * taking a turn back is to go on from an earlier value.
 */
final class RegisterValue {
    /** A register that has stood still for so long is looked at from one day to the next. */
    private static final long ANCHOR_MS = Duration.ofDays(1).toMillis();

    private final long timeMs;
    private final BigDecimal value;
    private final @Nullable RegisterValue previous;
    private final @Nullable RegisterValue former;
    private final boolean known;
    private final BigDecimal rise;
    private final double amount;
    private final long lengthMs;
    private final boolean unfrozen;
    private final double surplus;
    private final RegisterValue since;
    private final RegisterValue first;
    private final int length;
    private final RegisterValue anchor;
    private final RegisterValue nextAnchor;

    private RegisterValue(long timeMs, BigDecimal value, boolean known, @Nullable RegisterValue former) {
        this.timeMs = timeMs;
        this.value = value;
        this.previous = null;
        this.former = former;
        this.known = known;
        this.rise = BigDecimal.ZERO;
        this.amount = 0;
        this.lengthMs = 1;
        this.unfrozen = false;
        this.surplus = 0;
        this.since = this;
        this.first = this;
        this.length = 1;
        this.anchor = this;
        this.nextAnchor = this;
    }

    private RegisterValue(
            RegisterValue previous,
            long timeMs,
            BigDecimal value,
            BigDecimal rise,
            RegisterBounds bounds,
            boolean frozen) {
        long since = frozen ? previous.since.timeMs : previous.timeMs;
        this.timeMs = timeMs;
        this.value = value;
        this.previous = previous;
        this.former = null;
        this.known = false;
        this.rise = rise;
        this.amount = bounds.amount(rise);
        this.lengthMs = Math.max(timeMs - since, bounds.intervalMs());
        this.unfrozen = frozen;
        this.surplus = bounds.surplus(frozen ? previous.since.surplus : previous.surplus, amount, timeMs - since);
        this.since = rise.signum() == 0 ? previous.since : this;
        this.first = previous.first;
        this.length = previous.length + 1;
        boolean stands = rise.signum() == 0;
        boolean passed = stands && timeMs - previous.nextAnchor.timeMs > ANCHOR_MS;
        this.anchor = !stands ? previous : passed ? previous.nextAnchor : previous.anchor;
        this.nextAnchor = !stands || passed ? this : previous.nextAnchor;
    }

    /**
     * The first value of a track.
     *
     * @param known whether it is on record, and no guess
     * @param former what was the track before; null if there was none
     */
    static RegisterValue first(long timeMs, BigDecimal value, boolean known, @Nullable RegisterValue former) {
        return new RegisterValue(timeMs, value, known, former);
    }

    /** A later value as the next of this track; null if it does not fit. */
    @Nullable
    RegisterValue followedBy(long laterMs, BigDecimal next, RegisterBounds bounds, RegisterRules rules) {
        BigDecimal risen = bounds.rise(value, next);
        if (risen == null) {
            return null;
        }
        long step = laterMs - timeMs;
        if (bounds.deliverable(risen, Math.max(step, bounds.intervalMs()))
                && bounds.bearable(bounds.surplus(surplus, bounds.amount(risen), step))) {
            return new RegisterValue(this, laterMs, next, risen, bounds, false);
        }
        long standstill = laterMs - since.timeMs;
        boolean unfreezes = since != this
                && standstill <= rules.longestStepMs()
                && bounds.deliverable(risen, standstill)
                && bounds.bearable(bounds.surplus(since.surplus, bounds.amount(risen), standstill));
        return unfreezes ? new RegisterValue(this, laterMs, next, risen, bounds, true) : null;
    }

    long timeMs() {
        return timeMs;
    }

    BigDecimal value() {
        return value;
    }

    @Nullable
    RegisterValue previous() {
        return previous;
    }

    /** Of the first value of a track: the last one of the track that it took the place of. */
    @Nullable
    RegisterValue former() {
        return former;
    }

    boolean known() {
        return known;
    }

    /** How much the register rose from the value before. */
    BigDecimal rise() {
        return rise;
    }

    double amount() {
        return amount;
    }

    /** The time in which it rose: since the value before or, after a freeze, since it stood still. */
    long lengthMs() {
        return lengthMs;
    }

    boolean moved() {
        return rise.signum() > 0;
    }

    boolean unfrozen() {
        return unfrozen;
    }

    /** The first value of this height. */
    RegisterValue since() {
        return since;
    }

    RegisterValue first() {
        return first;
    }

    /** How many values the track has. */
    int length() {
        return length;
    }

    /** Whether the track has moved since its first value. */
    boolean grown() {
        return since != first;
    }

    /** From which value on what comes next is judged alike; null if that is not yet sure. */
    @Nullable
    RegisterValue restart() {
        if (anchor.timeMs > since.timeMs) {
            return anchor.even();
        }
        RegisterValue from = even().since.previous;
        if (from == null) {
            return since.known ? since : null;
        }
        return from.even();
    }

    /** The newest value up to this one at which there is no surplus. */
    private RegisterValue even() {
        RegisterValue even = this;
        while (even.surplus > 0 && even.previous != null) {
            even = even.previous;
        }
        return even;
    }

    /** The newest value of the track up to a time; its first one if there is none. */
    RegisterValue upTo(long earlierMs) {
        RegisterValue earlier = this;
        while (earlier.timeMs > earlierMs && earlier.previous != null) {
            earlier = earlier.previous;
        }
        return earlier;
    }

    /** How many values the track has got since an earlier one of it. */
    int valuesSince(RegisterValue earlier) {
        return length - earlier.length;
    }
}
