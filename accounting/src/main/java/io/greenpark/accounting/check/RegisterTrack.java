package io.greenpark.accounting.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a register that fit each other, found by going over all of them once (docs/arithmetic.md, section 4). The
 * track is a stack: values that turn out to have been an excursion are taken off it again.
 */
final class RegisterTrack {
    /** Values that must agree before they are believed against the track. */
    private static final int WITNESSES = 3;

    private static final int FROZEN_INTERVALS = 8;

    private final StandingOut standingOut;
    private final RegisterLimits limits;
    private final List<Link> track = new ArrayList<>();
    private final List<RegisterValue> aside = new ArrayList<>();
    /** The newest start on record: no excursion leads back over it. */
    private int floor;

    private RegisterTrack(List<RegisterValue> all, RegisterLimits limits) {
        this.standingOut = new StandingOut(all, limits.excursionMs());
        this.limits = limits;
    }

    /** @param all what the register showed, oldest first, with the ends of replacements on record */
    static List<Link> of(List<RegisterValue> all, RegisterLimits limits) {
        RegisterTrack track = new RegisterTrack(all, limits);
        all.forEach(track::add);
        return track.track;
    }

    private void add(RegisterValue value) {
        switch (value.role()) {
            case NEW_START -> begin(value);
            case OLD_END -> end(value);
            case READ -> read(value);
        }
    }

    private void begin(RegisterValue value) {
        aside.clear();
        track.add(Link.base(value, List.of()));
        floor = track.size() - 1;
    }

    private void end(RegisterValue value) {
        BigDecimal rise = track.isEmpty() ? null : rise(top(), value);
        aside.clear();
        if (rise != null) {
            push(value, rise);
        }
    }

    private void read(RegisterValue value) {
        if (track.isEmpty()) {
            begin(value);
            return;
        }
        if (value.atMs() - link(top()).atMs() > limits.longestStepMs()) {
            aside.clear();
            track.add(Link.base(value, List.of()));
            return;
        }
        BigDecimal rise = rise(top(), value);
        if (rise != null && !leftForGood() && !isBack(value) && !goesOnBack(value, rise)) {
            push(value, rise);
            aside.clear();
        } else {
            aside.add(value);
            settle();
        }
    }

    private int top() {
        return track.size() - 1;
    }

    private Link link(int at) {
        return track.get(at);
    }

    /** Whether what was set aside has gone on for longer than an excursion does. */
    private boolean leftForGood() {
        return !aside.isEmpty()
                && aside.get(aside.size() - 1).atMs() - aside.get(0).atMs() > limits.excursionMs();
    }

    /** The rise from a link of the track to a value; null if it does not fit. */
    private @Nullable BigDecimal rise(int from, RegisterValue to) {
        Link link = link(from);
        BigDecimal rise = RegisterSteps.rise(link.value(), to, link.movedMs());
        return rise != null && keepsToWhole(from, to, link.total().add(rise)) ? rise : null;
    }

    /** Whether a total is deliverable from every value of the track since its base. */
    private boolean keepsToWhole(int from, RegisterValue to, BigDecimal total) {
        BigDecimal most = to.facts().maxPerHour();
        if (most == null) {
            return true;
        }
        int i = from;
        while (!link(i).isBase() && to.atMs() - link(i).movedMs() < to.facts().expectedMs()) {
            i--;
        }
        Link link = link(i);
        boolean soon = RegisterSteps.deliverable(total.subtract(link.total()), to.facts(), to.atMs() - link.movedMs());
        boolean comparable = most.equals(link.value().facts().maxPerHour())
                && to.atMs() - link.movedMs() >= to.facts().expectedMs();
        BigDecimal headroom = link.headroom();
        return soon
                && (!comparable
                        || headroom == null
                        || Link.over(total, most, to.atMs()).compareTo(headroom) <= 0)
                && (i == from || withinOneInterval(i + 1, to, total));
    }

    /** Values of the newest interval: the earliest of them stood lowest, so that it is the strictest. */
    private boolean withinOneInterval(int earliest, RegisterValue to, BigDecimal total) {
        return RegisterSteps.deliverable(total.subtract(link(earliest).total()), to.facts(), 0);
    }

    private boolean standsOut(int from, RegisterValue to) {
        BigDecimal rise = rise(from, to);
        return rise != null && standingOut.of(track.subList(0, from + 1), to, rise);
    }

    private boolean newestStandsOut(int from, RegisterValue to) {
        BigDecimal rise = rise(from, to);
        return rise != null && standingOut.newest(track.subList(0, from + 1), to, rise);
    }

    private void push(RegisterValue value, BigDecimal rise) {
        if (track.size() == 1 && wasNoRegister(value)) {
            track.set(0, Link.base(value, List.of()));
            return;
        }
        int still = standstill();
        if (still < top() && froze(still, value, rise)) {
            List<Link> hidden = new ArrayList<>(track.subList(still + 1, track.size()));
            track.subList(still + 1, track.size()).clear();
            boolean tooLong = value.atMs() - link(still).atMs() > limits.longestStepMs();
            track.add(tooLong ? Link.base(value, hidden) : link(still).next(value, rise, hidden));
        } else {
            track.add(link(top()).next(value, rise, List.of()));
        }
    }

    /** A first value of 0 that is not known to be one. */
    private boolean wasNoRegister(RegisterValue next) {
        RegisterValue first = link(0).value();
        return first.isZero() && !first.isKnown() && standsOut(0, next);
    }

    /** The link at which the register came to the level that it has. */
    private int standstill() {
        int i = top();
        while (link(i).stoodStill()) {
            i--;
        }
        return i;
    }

    private boolean froze(int still, RegisterValue to, BigDecimal rise) {
        Link newest = link(top());
        if (to.facts().maxPerHour() != null) {
            return !RegisterSteps.deliverable(rise, to.facts(), to.atMs() - newest.atMs());
        }
        return newest.atMs() - link(still).atMs()
                        >= FROZEN_INTERVALS * to.facts().expectedMs()
                && standsOut(top(), to)
                && !standsOut(still, to);
    }

    /** Whether a value that the track would have to leap to goes on from where it was before a fall. */
    private boolean isBack(RegisterValue value) {
        return newestStandsOut(top(), value) && formerTrack(value) != null;
    }

    /** Whether a value goes on from one that is back, by less than the track would have to rise. */
    private boolean goesOnBack(RegisterValue value, BigDecimal onTrack) {
        if (aside.isEmpty()) {
            return false;
        }
        RegisterValue last = aside.get(aside.size() - 1);
        BigDecimal rise = RegisterSteps.rise(last, value, last.atMs());
        return rise != null && rise.compareTo(onTrack) < 0 && formerTrack(last) != null;
    }

    /** The last value before a fall that a value goes on from; null if there is none within reach. */
    private @Nullable Integer formerTrack(RegisterValue value) {
        for (int i = top() - 1; i >= floor && withinReach(i, value); i--) {
            if (link(i + 1).isBase() && rise(i, value) != null && !newestStandsOut(i, value)) {
                return i;
            }
        }
        return null;
    }

    private boolean withinReach(int before, RegisterValue value) {
        return value.atMs() - link(before + 1).atMs() <= limits.excursionMs();
    }

    /** Whether what was set aside last shows that the register is back, or that it has a new base. */
    private void settle() {
        RegisterValue last = aside.get(aside.size() - 1);
        Integer back = backByOne(last);
        if (back != null) {
            goBack(back, List.of(last));
            return;
        }
        if (aside.size() < WITNESSES) {
            return;
        }
        List<RegisterValue> witnesses = List.copyOf(aside.subList(aside.size() - WITNESSES, aside.size()));
        if (RegisterSteps.fitEachOther(witnesses)) {
            back = leftForGood() ? null : lastBefore(witnesses.get(0));
            if (back != null) {
                goBack(back, witnesses);
            } else {
                newBase();
            }
        }
    }

    /** Where one value leads back to, over a single value or one that never moved. */
    private @Nullable Integer backByOne(RegisterValue value) {
        boolean above = isAbove(value);
        BigDecimal since = link(top()).value().shown();
        for (RegisterValue before : aside.subList(0, aside.size() - 1)) {
            if (before.shown().compareTo(since) != 0) {
                return null;
            }
        }
        for (int i = top() - 1; i >= floor && withinReach(i, value); i--) {
            if (link(i + 1).value().shown().compareTo(since) != 0) {
                return null;
            }
            if (isBackTo(i, value, above)) {
                return i;
            }
        }
        return null;
    }

    private @Nullable Integer lastBefore(RegisterValue value) {
        boolean above = isAbove(value);
        for (int i = top() - 1; i >= floor && withinReach(i, value); i--) {
            if (isBackTo(i, value, above)) {
                return i;
            }
        }
        return null;
    }

    /** A register that is back above what came since had left by a fall, at which a base began. */
    private boolean isBackTo(int before, RegisterValue value, boolean above) {
        return (!above || link(before + 1).isBase()) && rise(before, value) != null;
    }

    private boolean isAbove(RegisterValue value) {
        return RegisterSteps.difference(link(top()).value(), value).signum() >= 0;
    }

    private void goBack(int to, List<RegisterValue> values) {
        List<Link> standstill = List.of();
        while (top() > to) {
            standstill = track.remove(top()).hidden();
        }
        track.addAll(standstill);
        aside.clear();
        for (RegisterValue value : values) {
            BigDecimal rise = rise(top(), value);
            if (rise != null) {
                push(value, rise);
            }
        }
    }

    /** The longest run of values set aside that fit each other becomes the track; the change itself books nothing. */
    private void newBase() {
        int from = aside.size() - WITNESSES;
        while (from > 0 && fits(aside.get(from - 1), aside.get(from))) {
            from--;
        }
        List<RegisterValue> run = List.copyOf(aside.subList(from, aside.size()));
        aside.clear();
        track.add(Link.base(run.get(0), standstillNotBelieved(run.get(0))));
        for (RegisterValue value : run.subList(1, run.size())) {
            BigDecimal rise =
                    RegisterSteps.rise(link(top()).value(), value, link(top()).movedMs());
            if (rise != null) {
                push(value, rise);
            }
        }
    }

    private boolean fits(RegisterValue from, RegisterValue to) {
        BigDecimal rise = RegisterSteps.rise(from, to, from.atMs());
        return rise != null && !standingOut.of(List.of(Link.base(from, List.of())), to, rise);
    }

    /** Takes a standstill off the track that ended with a rise no standstill of that length can explain. */
    private List<Link> standstillNotBelieved(RegisterValue base) {
        int still = standstill();
        boolean rose = RegisterSteps.difference(link(top()).value(), base).signum() > 0;
        if (still == top() || !rose || base.facts().maxPerHour() == null) {
            return List.of();
        }
        List<Link> hidden = new ArrayList<>(track.subList(still + 1, track.size()));
        track.subList(still + 1, track.size()).clear();
        return hidden;
    }
}
