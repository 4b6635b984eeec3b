package io.greenpark.park.energy;

import io.greenpark.park.energy.EnergyHourCalculation.Rework;
import io.greenpark.park.energy.RegisterFinding.Kind;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.Replacement;
import io.greenpark.park.sample.ValueCheck;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cumulative register tells: the rises between the values of its track. A pure function of the point's samples in
 * order of time and of its facts; the rules are those of {@code docs/arithmetic.md}, section 4.
 *
 * <p>A value goes on the track if it fits without standing out; else to a track that was left and that it fits; else on the
 * track by a step that stands out; else it is set aside. What has been set aside, or comes back, and is confirmed becomes
 * the track, and what was the track is remembered: a wrong turn is taken back by what comes later. {@link RegisterRises}
 * makes rises of the track.
 */
public final class RegisterArithmetic {
    private static final int MOST_CANDIDATES = 4;
    private static final int MOST_LEFT_TRACKS = 8;
    /** Without a largest rate, a register that goes on from less than a hundredth may have begun at 0. */
    private static final BigDecimal ANEW_SHARE = BigDecimal.valueOf(100);

    private final Point point;
    private final List<Sample> samples;
    private final List<Replacement> replacements;
    private final RegisterRules rules;
    private final RegisterHorizon horizon;
    private final StandingOut standingOut;
    private final RegisterRestarts restarts;
    private final List<Rework> reworks = new ArrayList<>();
    private final List<RegisterFinding> findings = new ArrayList<>();
    private final List<RegisterValue> candidates = new ArrayList<>();
    private final List<LeftTrack> left = new ArrayList<>();
    private @Nullable RegisterBounds bounds;
    private @Nullable RegisterValue main;
    private int nextReplacement;

    private RegisterArithmetic(
            Point point,
            List<Sample> samples,
            List<Replacement> replacements,
            RegisterRules rules,
            boolean begunLater) {
        this.point = point;
        this.samples = samples;
        this.replacements = replacements;
        this.rules = rules;
        this.horizon = new RegisterHorizon(begunLater);
        this.standingOut = new StandingOut(rules, horizon);
        this.restarts = new RegisterRestarts(rules, horizon, standingOut);
    }

    /**
     * Runs over samples in order of time, each time once. The first one books nothing.
     *
     * @param restartMs the restart from which the samples are; {@link Long#MIN_VALUE} if they are all there are
     * @param fromMs rises that end before this time are left out
     * @param toMs rises that begin after this time are not asked for
     */
    static RegisterHistory run(
            Point point, List<Sample> samples, long restartMs, long fromMs, long toMs, RegisterRules rules) {
        ValueCheck values = new ValueCheck(point);
        List<Sample> usable = samples.stream()
                .filter(s -> s.timeMs() >= restartMs && usable(point, values, s))
                .toList();
        List<Replacement> due = point.replacements().stream()
                .filter(r -> r.at().toEpochMilli() >= restartMs)
                .toList();
        return new RegisterArithmetic(point, usable, due, rules, restartMs != Long.MIN_VALUE).run(fromMs, toMs);
    }

    private static boolean usable(Point point, ValueCheck values, Sample s) {
        PointFacts facts = FactsAt.of(point, s.timeMs());
        return facts != null
                && facts.kind() == PointKind.REGISTER
                && facts.carrier() != null
                && s.value() >= 0
                && values.counts(facts, s);
    }

    private RegisterHistory run(long fromMs, long toMs) {
        for (Sample s : samples) {
            replaceUpTo(s.timeMs());
            forget(s.timeMs());
            PointFacts facts = FactsAt.required(point, s.timeMs());
            take(s.timeMs(), FactsAt.base(facts, s.value()), boundsOf(facts));
            restarts.after(s.timeMs(), main, left.isEmpty(), candidates.isEmpty());
        }
        RegisterRises rises = new RegisterRises(point, rules, horizon, standingOut, restarts, reworks);
        RegisterValue head = main;
        List<RegisterRise> found = head == null ? List.of() : rises.of(head, fromMs, toMs);
        found.stream()
                .filter(RegisterRise::unfrozen)
                .map(r -> new RegisterFinding(Kind.FREEZE, r.fromMs(), r.toMs(), r.fromBase(), r.toBase(), r.toMs()))
                .forEach(findings::add);
        return new RegisterHistory(
                found,
                restarts.all(reworks),
                head == null ? Long.MIN_VALUE : settledMs(head),
                horizon.needsFromMs(),
                reworks,
                findings);
    }

    private static long settledMs(RegisterValue main) {
        RegisterValue restart = main.restart();
        return restart == null ? main.since().timeMs() : restart.timeMs();
    }

    private RegisterBounds boundsOf(PointFacts facts) {
        RegisterBounds known = bounds;
        if (known == null || !known.of(facts)) {
            known = new RegisterBounds(facts);
            bounds = known;
        }
        return known;
    }

    private void take(long timeMs, BigDecimal value, RegisterBounds b) {
        RegisterValue last = main;
        if (last == null || timeMs - last.timeMs() > rules.longestStepMs()) {
            RegisterValue first = RegisterValue.first(timeMs, value, false, last);
            begin(first);
            if (last != null) {
                findings.add(LeftTrack.finding(Kind.LONG_STEP, last, first, timeMs));
            }
            return;
        }
        RegisterValue next = next(last, timeMs, value, b);
        if (next != null && timeMs == last.timeMs()) {
            // A value of the very time of a replacement: what is on record counts.
            return;
        }
        if (next != null && (left.isEmpty() || !comesBack(next, timeMs, value, b))) {
            accept(next, b);
            return;
        }
        restarts.noteUnfit(last, timeMs, value, b);
        if (next != null || !stoodBefore(last, timeMs, value, b)) {
            setAside(last, timeMs, value, b);
        }
    }

    /** How a value fits the track; values that lie closer together than they are due are judged together. */
    private @Nullable RegisterValue next(RegisterValue last, long timeMs, BigDecimal value, RegisterBounds b) {
        RegisterValue next = last.followedBy(timeMs, value, b, rules);
        if (next != null || value.compareTo(last.value()) < 0) {
            return next;
        }
        RegisterValue earlier = last.upTo(timeMs - b.intervalMs());
        horizon.reached(earlier, timeMs - b.intervalMs());
        RegisterValue over = earlier == last ? null : earlier.followedBy(timeMs, value, b, rules);
        if (over != null) {
            reworks.add(new Rework(timeMs, earlier.timeMs()));
        }
        return over;
    }

    private void begin(RegisterValue value) {
        if (main == null) {
            horizon.begin(value);
        }
        main = value;
        candidates.clear();
        left.clear();
    }

    private void accept(RegisterValue next, RegisterBounds b) {
        main = next;
        candidates.clear();
        left.removeIf(track -> track.refuted(next));
        restarts.accepted(next, b);
    }

    /**
     * Whether a value that fits the track rather comes back to one that was left: it fits that one, and the track only by a
     * larger step that stands out; or it goes on with values that come back, while the track would have to rise more.
     */
    private boolean comesBack(RegisterValue next, long timeMs, BigDecimal value, RegisterBounds b) {
        for (RegisterValue candidate : candidates) {
            RegisterValue on = candidate.followedBy(timeMs, value, b, rules);
            RegisterValue first = candidate.first();
            if (on != null
                    && on.amount() < next.amount()
                    && fitsLeft(first.timeMs(), first.value(), boundsAt(first.timeMs()), Double.MAX_VALUE)) {
                return true;
            }
        }
        return fitsLeft(timeMs, value, b, next.amount()) && standingOut.newest(next);
    }

    /** Whether a value fits a track that was left, by a rise that is less than another. */
    private boolean fitsLeft(long timeMs, BigDecimal value, RegisterBounds b, double lessThan) {
        for (LeftTrack track : left) {
            RegisterValue back = track.head().followedBy(timeMs, value, b, rules);
            if (back != null && back.amount() < lessThan && !standingOut.newest(back)) {
                return true;
            }
        }
        return false;
    }

    private void setAside(RegisterValue last, long timeMs, BigDecimal value, RegisterBounds b) {
        for (int i = candidates.size() - 1; i >= 0; i--) {
            RegisterValue grown = candidates.get(i).followedBy(timeMs, value, b, rules);
            if (grown != null) {
                candidates.set(i, grown);
                confirm(last, grown);
                return;
            }
        }
        if (candidates.size() == MOST_CANDIDATES) {
            candidates.remove(0);
        }
        candidates.add(RegisterValue.first(timeMs, value, false, last));
    }

    /** Goes on from where the register was before it moved last, if the value fits that: one is enough, it has not moved since. */
    private boolean stoodBefore(RegisterValue last, long timeMs, BigDecimal value, RegisterBounds b) {
        RegisterValue before = last.since().previous();
        if (before == null) {
            horizon.reached(last.since(), timeMs - rules.longestExcursionMs());
            return false;
        }
        if (timeMs - before.timeMs() > rules.longestExcursionMs()) {
            return false;
        }
        horizon.reached(before);
        RegisterValue back = before.followedBy(timeMs, value, b, rules);
        if (back == null || standingOut.newest(back)) {
            return false;
        }
        turnTo(back, before, back);
        return true;
    }

    private void confirm(RegisterValue last, RegisterValue candidate) {
        boolean grows = candidate.since() == candidate;
        if (candidate.length() < LeftTrack.CONFIRMING_VALUES
                || candidate.length() > LeftTrack.CONFIRMING_VALUES && !grows) {
            return;
        }
        RegisterReturns.Return back = candidate.value().signum() == 0
                ? null
                : new RegisterReturns(rules, horizon, standingOut, this::boundsAt).nearest(candidate, last, left);
        if (back != null) {
            takeBackFinding(back.track());
            turnTo(back.newest(), back.fork(), back.first());
        } else if (candidate.grown()) {
            rebase(last, candidate);
        }
    }

    private RegisterBounds boundsAt(long timeMs) {
        return boundsOf(FactsAt.required(point, timeMs));
    }

    /** What was the track is an excursion; the register went on from an earlier value. */
    private void turnTo(RegisterValue newest, RegisterValue fork, RegisterValue first) {
        RegisterValue excursion = main;
        if (excursion != null) {
            remember(new LeftTrack(excursion, fork, first));
        }
        main = newest;
        candidates.clear();
        reworks.add(new Rework(newest.timeMs(), fork.timeMs()));
        findings.add(LeftTrack.finding(Kind.EXCURSION, fork, first, newest.timeMs()));
    }

    /** What a track was left for is no longer believed. */
    private void takeBackFinding(@Nullable LeftTrack returned) {
        if (returned != null) {
            left.remove(returned);
            findings.removeIf(f -> f.toMs() == returned.instead().timeMs() && f.kind() != Kind.FREEZE);
        }
    }

    private void rebase(RegisterValue last, RegisterValue candidate) {
        remember(new LeftTrack(last, last, candidate.first()));
        main = candidate;
        candidates.clear();
        boolean rose = candidate.first().value().compareTo(last.value()) > 0;
        reworks.add(new Rework(candidate.timeMs(), (rose ? last.since() : last).timeMs()));
        Kind kind = !rose && beginsAnew(last, candidate.first()) ? Kind.LIKE_REPLACED : Kind.NEW_BASE;
        findings.add(LeftTrack.finding(kind, last, candidate.first(), candidate.timeMs()));
    }

    /** Whether a register that began at 0 after a value of another could have reached what was sent next. */
    private boolean beginsAnew(RegisterValue last, RegisterValue first) {
        RegisterBounds b = boundsAt(first.timeMs());
        return b.bounded()
                ? b.deliverable(first.value(), Math.max(b.intervalMs(), first.timeMs() - last.timeMs()))
                : first.value().multiply(ANEW_SHARE).compareTo(last.value()) <= 0;
    }

    private void remember(LeftTrack track) {
        if (left.size() == MOST_LEFT_TRACKS) {
            left.remove(0);
        }
        left.add(track);
    }

    private void forget(long nowMs) {
        for (int i = candidates.isEmpty() ? left.size() - 1 : -1; i >= 0; i--) {
            if (left.get(i).expired(nowMs, rules)) {
                RegisterFinding finding = left.remove(i).asFinding(nowMs);
                if (finding != null) {
                    findings.add(finding);
                }
            }
        }
    }

    private void replaceUpTo(long timeMs) {
        while (nextReplacement < replacements.size()
                && replacements.get(nextReplacement).at().toEpochMilli() <= timeMs) {
            Replacement r = replacements.get(nextReplacement++);
            long at = r.at().toEpochMilli();
            PointFacts before = FactsAt.of(point, at - 1);
            RegisterValue last = main;
            if (last != null && before != null && last.timeMs() < at) {
                BigDecimal oldEnd = before.unit().toBase(r.oldEnd());
                RegisterValue end = oldEnd.compareTo(last.value()) < 0
                        ? null
                        : last.followedBy(at, oldEnd, new RegisterBounds(before), rules);
                last = end == null ? last : end;
            }
            begin(RegisterValue.first(at, FactsAt.required(point, at).unit().toBase(r.newStart()), true, last));
        }
    }
}
