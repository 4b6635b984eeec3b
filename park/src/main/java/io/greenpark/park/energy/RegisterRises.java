package io.greenpark.park.energy;

import io.greenpark.park.energy.EnergyHourCalculation.Rework;
import io.greenpark.park.registry.Point;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Makes rises of a register's track: what a freeze hid is spread over it, and what was no register books nothing. */
final class RegisterRises {
    private final Point point;
    private final RegisterRules rules;
    private final RegisterHorizon horizon;
    private final StandingOut standingOut;
    private final RegisterRestarts restarts;
    private final List<Rework> reworks;
    private final List<RegisterRise> rises = new ArrayList<>();
    private long toMs;

    RegisterRises(
            Point point,
            RegisterRules rules,
            RegisterHorizon horizon,
            StandingOut standingOut,
            RegisterRestarts restarts,
            List<Rework> reworks) {
        this.point = point;
        this.rules = rules;
        this.horizon = horizon;
        this.standingOut = standingOut;
        this.restarts = restarts;
        this.reworks = reworks;
    }

    /** The rises of a track up to its newest value that end after a time; those that begin after another may be left as read. */
    List<RegisterRise> of(RegisterValue head, long fromMs, long toMs) {
        this.toMs = toMs;
        List<RegisterValue> track = track(head, fromMs);
        for (int from = 0; from < track.size(); ) {
            int to = from + 1;
            while (to < track.size() && track.get(to).previous() != null) {
                to++;
            }
            ofOneBase(track.subList(from, to));
            from = to;
        }
        return rises;
    }

    private void ofOneBase(List<RegisterValue> values) {
        for (int i = 0; i < values.size(); i++) {
            RegisterValue value = values.get(i);
            if (value.previous() == null) {
                changeBase(value);
            } else {
                step(value.previous(), value, values.subList(i + 1, values.size()));
            }
        }
    }

    /** The values of the track from a time on, in order of time, across changes of its base. */
    private static List<RegisterValue> track(RegisterValue head, long fromMs) {
        ArrayDeque<RegisterValue> track = new ArrayDeque<>();
        for (RegisterValue v = head;
                v != null && v.timeMs() >= fromMs;
                v = v.previous() == null ? v.former() : v.previous()) {
            track.addFirst(v);
        }
        return new ArrayList<>(track);
    }

    /** A standstill that ends in a rise which could not be delivered was none: nothing is known of its hours. */
    private void changeBase(RegisterValue first) {
        RegisterValue last = first.former();
        if (last == null || first.known() || first.timeMs() - last.timeMs() > rules.longestStepMs()) {
            return;
        }
        if (first.value().compareTo(last.value()) > 0) {
            takeBack(Math.max(last.since().timeMs(), first.timeMs() - rules.longestStepMs()));
        }
    }

    private void step(RegisterValue last, RegisterValue value, List<RegisterValue> after) {
        if (RegisterRestarts.fromUnknownZero(value)) {
            fromZero(last, value, after);
        } else if (value.unfrozen() || thaws(value, after)) {
            spread(last.since(), last, value);
        } else if (value.timeMs() > last.timeMs()) {
            rises.add(rise(last.timeMs(), last, value, false));
        }
    }

    private void fromZero(RegisterValue last, RegisterValue value, List<RegisterValue> after) {
        horizon.reached(value.first(), Long.MIN_VALUE);
        boolean compared = bounded(value) || after.stream().anyMatch(RegisterValue::moved);
        boolean standsOut = standingOut.of(value, value.lengthMs(), after);
        horizon.takeFarthest();
        if (standsOut) {
            reworks.add(new Rework(value.timeMs(), value.first().timeMs()));
            takeBack(value.first().timeMs());
        } else if (compared) {
            rises.add(rise(last.timeMs(), last, value, false));
        }
    }

    private boolean bounded(RegisterValue value) {
        return new RegisterBounds(FactsAt.required(point, value.timeMs())).bounded();
    }

    /** Whether a step stands out, and would not if it was spread over the standstill before it. */
    private boolean thaws(RegisterValue value, List<RegisterValue> after) {
        RegisterValue last = value.previous();
        if (last == null
                || last.since() == last
                || !value.moved()
                || last.since().timeMs() >= toMs) {
            return false;
        }
        RegisterBounds bounds = new RegisterBounds(FactsAt.required(point, value.timeMs()));
        long standstill = value.timeMs() - last.since().timeMs();
        if (!restarts.mayBeFreeze(value, bounds) || standstill > rules.longestStepMs()) {
            return false;
        }
        boolean standsOut = standingOut.of(value, value.lengthMs(), after);
        if (standsOut) {
            restarts.needStandstill(last.since(), value.timeMs());
        }
        boolean thaws = standsOut && !standingOut.of(value, standstill, after);
        restarts.noteRest(value.timeMs(), horizon.takeFarthest());
        return thaws;
    }

    private void spread(RegisterValue since, RegisterValue last, RegisterValue value) {
        restarts.needStandstill(since, value.timeMs());
        takeBack(since.timeMs());
        rises.add(rise(since.timeMs(), last, value, true));
        reworks.add(new Rework(value.timeMs(), since.timeMs()));
    }

    /** Takes back what was booked for a standstill. */
    private void takeBack(long fromMs) {
        while (!rises.isEmpty() && rises.get(rises.size() - 1).fromMs() >= fromMs) {
            rises.remove(rises.size() - 1);
        }
    }

    private static RegisterRise rise(long fromMs, RegisterValue last, RegisterValue value, boolean unfrozen) {
        return new RegisterRise(
                fromMs, value.timeMs(), last.value(), last.value().add(value.rise()), unfrozen);
    }
}
