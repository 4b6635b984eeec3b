package io.greenpark.accounting.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Whether a step is out of proportion to the others around it (docs/arithmetic.md, section 4, rule 3). */
final class StandingOut {
    private static final int TIMES = 10;

    private final List<RegisterValue> all;
    private final long aroundMs;

    /**
     * @param all the values of the register, oldest first
     * @param aroundMs how far before and after a step others are looked at
     */
    StandingOut(List<RegisterValue> all, long aroundMs) {
        this.all = all;
        this.aroundMs = aroundMs;
    }

    /**
     * Whether the step from a link of the track to a value stands out.
     *
     * @param track the links up to the one that the step begins at
     */
    boolean of(List<Link> track, RegisterValue to, BigDecimal rise) {
        return of(track, to, rise, true);
    }

    /** Whether it does beside what came before it, which is all that is known when it comes. */
    boolean newest(List<Link> track, RegisterValue to, BigDecimal rise) {
        return of(track, to, rise, false);
    }

    private boolean of(List<Link> track, RegisterValue to, BigDecimal rise, boolean withAfter) {
        if (rise.signum() <= 0) {
            return false;
        }
        Link from = track.get(track.size() - 1);
        Step step = new Step(new Span(from.atMs(), to.atMs()), rise.doubleValue());
        List<Step> others = before(step, track);
        if (others.stream().anyMatch(step::isOrdinaryBeside)) {
            return false;
        }
        if (withAfter) {
            others.addAll(after(step, to));
        }
        return !others.isEmpty()
                && others.stream().noneMatch(step::isOrdinaryBeside)
                && step.amount() > others.stream().mapToDouble(step::near).sum();
    }

    private record Step(Span time, double amount) {
        double rate() {
            return amount / Math.max(1, time.length());
        }

        boolean isOrdinaryBeside(Step other) {
            return rate() <= TIMES * other.rate();
        }

        /** The amount of another step that lies within this one's own length of time of it. */
        double near(Step other) {
            Span around = new Span(time.fromMs() - time.length(), time.toMs() + time.length());
            return around.overlaps(other.time()) ? other.amount() : 0;
        }
    }

    private List<Step> before(Step step, List<Link> track) {
        List<Step> before = new ArrayList<>();
        for (int i = track.size() - 1; i > 0; i--) {
            Link link = track.get(i);
            BigDecimal rise = link.rise();
            if (rise == null || link.atMs() <= step.time().fromMs() - aroundMs) {
                break; // what another base rose by says nothing of this one
            }
            Step other = new Step(new Span(track.get(i - 1).atMs(), link.atMs()), rise.doubleValue());
            before.add(other);
            if (step.isOrdinaryBeside(other)) {
                break;
            }
        }
        return before;
    }

    /** What has come after; every excursion among it has one fall and one jump, so as many of the largest are left out. */
    private List<Step> after(Step step, RegisterValue to) {
        List<Step> after = new ArrayList<>();
        int falls = 0;
        for (int i = to.series() + 1; i < all.size(); i++) {
            RegisterValue from = all.get(i - 1);
            RegisterValue next = all.get(i);
            if (from.atMs() >= step.time().toMs() + aroundMs) {
                break;
            }
            double amount = RegisterSteps.difference(from, next).doubleValue();
            if (amount < 0) {
                falls++;
            } else if (!next.isKnown()) {
                after.add(new Step(new Span(from.atMs(), next.atMs()), amount));
            }
        }
        after.sort(Comparator.comparingDouble(Step::rate).reversed());
        return after.subList(Math.min(falls, after.size()), after.size());
    }
}
