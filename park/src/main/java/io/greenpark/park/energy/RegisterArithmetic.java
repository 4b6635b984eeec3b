package io.greenpark.park.energy;

import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.Replacement;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cumulative register tells: the rises between its confirmed values. A pure function of the point's samples in
 * order of time and of its facts.
 *
 * <ul>
 *   <li>Only samples flagged normal, not negative, inside the register's range and below 10^15 base units are looked at.
 *   <li>A value follows the last good one if the rise is not negative and not more than {@code maxPerHour} could deliver
 *       in the time between them, or since the register last moved (a frozen value, then a jump). Of a value and a
 *       lower one right after it that also follows, the first was a spike.
 *   <li>A value that does not follow is set aside. If what comes next follows the last good value, it was a spike, a
 *       block of zeros, a glitch. It becomes the new base only when two more values follow it and they grow, since a
 *       frozen wrong value does not; the change of base itself books nothing.
 *   <li>A fall counts as rollover if the old value is above 90 % and the new below 10 % of the range and the implied
 *       rise is plausible; as replacement only if one is recorded.
 *   <li>Where no largest rate is known, a rise from exactly zero books nothing: it may be a lifetime.
 * </ul>
 */
public final class RegisterArithmetic {
    /** After this long without growth a register counts as idle, not frozen; also bounds how far back a sample reaches. */
    static final long LONGEST_FREEZE_MS = Duration.ofDays(2).toMillis();

    static final BigDecimal PLAUSIBLE_BASE_UNITS = new BigDecimal("1e15");
    private static final int MOST_CANDIDATES = 4;
    private static final int CONFIRMING_VALUES = 3;

    private final Point point;
    private final List<Sample> samples;
    private final List<Replacement> replacements;
    private final List<RegisterRise> rises = new ArrayList<>();
    private final List<RegisterHistory.Checkpoint> checkpoints = new ArrayList<>();
    private final List<RegisterTrack> candidates = new ArrayList<>();
    private @Nullable RegisterTrack main;
    private int nextReplacement;

    private RegisterArithmetic(Point point, List<Sample> samples, List<Replacement> replacements) {
        this.point = point;
        this.samples = samples;
        this.replacements = replacements;
    }

    /**
     * Runs over samples in order of time, each time once. The first one books nothing.
     *
     * @param fromMs time of the first sample; replacements recorded before it are passed over
     */
    static RegisterHistory run(Point point, List<Sample> samples, long fromMs) {
        List<Sample> usable = samples.stream().filter(s -> usable(point, s)).toList();
        List<Replacement> due = point.replacements().stream()
                .filter(r -> r.at().toEpochMilli() >= fromMs)
                .toList();
        return new RegisterArithmetic(point, usable, due).run();
    }

    private static boolean usable(Point point, Sample s) {
        if (!s.flag().isNormal() || s.value() < 0) {
            return false;
        }
        PointFacts facts = FactsAt.of(point, s.timeMs());
        if (facts == null || facts.kind() != PointKind.REGISTER || facts.carrier() == null) {
            return false;
        }
        BigDecimal base = FactsAt.base(facts, s.value());
        BigDecimal range = facts.registerRange();
        return base.multiply(facts.effectiveRatio()).compareTo(PLAUSIBLE_BASE_UNITS) < 0
                && (range == null || base.compareTo(facts.unit().toBase(range)) <= 0);
    }

    private RegisterHistory run() {
        for (int i = 0; i < samples.size(); i++) {
            Sample s = samples.get(i);
            replaceUpTo(s.timeMs());
            take(s, lookAhead(i));
            checkpoints.add(new RegisterHistory.Checkpoint(s.timeMs(), restart()));
        }
        if (main != null) {
            rises.addAll(main.rises());
        }
        return new RegisterHistory(rises, checkpoints, main == null ? Long.MIN_VALUE : main.settledMs());
    }

    private void take(Sample s, @Nullable Sample next) {
        PointFacts facts = FactsAt.required(point, s.timeMs());
        BigDecimal value = FactsAt.base(facts, s.value());
        if (main == null) {
            main = new RegisterTrack(s.timeMs(), value);
        } else if (follow(main, facts, s, value, next)) {
            candidates.clear();
        } else {
            setAside(facts, s, value, next);
        }
    }

    /** Takes the value onto the track if it follows; a spike that the next value unmasks is passed over. */
    private boolean follow(RegisterTrack track, PointFacts facts, Sample s, BigDecimal value, @Nullable Sample next) {
        RegisterTrack.Fit fit = track.fit(facts, s.timeMs(), value);
        if (fit == null) {
            return false;
        }
        if (next != null) {
            PointFacts nextFacts = FactsAt.required(point, next.timeMs());
            BigDecimal nextValue = FactsAt.base(nextFacts, next.value());
            boolean unmasked = nextValue.compareTo(value) < 0 || fit.rollover();
            if (unmasked
                    && nextValue.compareTo(track.value()) >= 0
                    && track.fit(nextFacts, next.timeMs(), nextValue) != null) {
                return true;
            }
        }
        track.accept(s.timeMs(), value, fit);
        return true;
    }

    private void setAside(PointFacts facts, Sample s, BigDecimal value, @Nullable Sample next) {
        for (RegisterTrack candidate : candidates) {
            if (follow(candidate, facts, s, value, next)) {
                if (candidate.length() >= CONFIRMING_VALUES && candidate.grown()) {
                    rebase(candidate);
                }
                return;
            }
        }
        if (candidates.size() == MOST_CANDIDATES) {
            candidates.remove(0);
        }
        candidates.add(new RegisterTrack(s.timeMs(), value));
    }

    private void rebase(@Nullable RegisterTrack base) {
        if (main != null) {
            rises.addAll(main.rises());
        }
        main = base;
        candidates.clear();
    }

    private void replaceUpTo(long timeMs) {
        while (nextReplacement < replacements.size()
                && replacements.get(nextReplacement).at().toEpochMilli() <= timeMs) {
            Replacement r = replacements.get(nextReplacement++);
            long at = r.at().toEpochMilli();
            PointFacts before = FactsAt.of(point, at - 1);
            if (main != null && before != null) {
                BigDecimal oldEnd = before.unit().toBase(r.oldEnd());
                RegisterTrack.Fit fit = main.fit(before, at, oldEnd);
                if (fit != null && !fit.rollover()) {
                    main.accept(at, oldEnd, fit);
                }
            }
            rebase(new RegisterTrack(at, FactsAt.required(point, at).unit().toBase(r.newStart())));
        }
    }

    private @Nullable Sample lookAhead(int i) {
        if (i + 1 >= samples.size()) {
            return null;
        }
        Sample next = samples.get(i + 1);
        boolean replacedBetween = nextReplacement < replacements.size()
                && replacements.get(nextReplacement).at().toEpochMilli() <= next.timeMs();
        return replacedBetween ? null : next;
    }

    private @Nullable Long restart() {
        return main != null && candidates.isEmpty() ? main.previousSinceMs() : null;
    }
}
