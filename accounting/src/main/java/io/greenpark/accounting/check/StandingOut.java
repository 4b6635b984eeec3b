package io.greenpark.accounting.check;

import java.math.BigDecimal;
import java.util.List;

/** Whether a step is out of proportion to the others around it (docs/arithmetic.md, section 4, rule 3). */
final class StandingOut {
    private static final int TIMES = 10;

    private final List<RegisterValue> all;

    /** @param all the values of the register, oldest first */
    StandingOut(List<RegisterValue> all) {
        this.all = all;
    }

    /** One step held against the others. */
    private static final class Step {
        final long fromMs;
        final long toMs;
        final double amount;
        boolean others;
        double near;

        Step(long fromMs, long toMs, double amount) {
            this.fromMs = fromMs;
            this.toMs = toMs;
            this.amount = amount;
        }

        long length() {
            return Math.max(1, toMs - fromMs);
        }

        /** False if this one makes it ordinary. */
        boolean against(long otherFromMs, long otherToMs, double otherAmount) {
            others = true;
            long otherLength = Math.max(1, otherToMs - otherFromMs);
            if (otherToMs > fromMs - length() && otherFromMs < toMs + length()) {
                near += otherAmount;
            }
            return amount / length() > TIMES * otherAmount / otherLength;
        }

        boolean standsOut() {
            return others && amount > near;
        }
    }

    /**
     * Whether the step from a link of the track to a value stands out.
     *
     * @param track the links up to the one that the step begins at
     */
    boolean of(List<Link> track, RegisterValue to, BigDecimal rise) {
        Link from = track.get(track.size() - 1);
        Step step = new Step(from.atMs(), to.atMs(), rise.doubleValue());
        return rise.signum() > 0 && outOfAfter(step, to) && outOfBefore(step, track) && step.standsOut();
    }

    private static boolean outOfBefore(Step step, List<Link> track) {
        for (int i = track.size() - 1; i > 0; i--) {
            Link link = track.get(i);
            if (link.atMs() <= step.fromMs - RegisterTrack.EXCURSION_MS) {
                break;
            }
            if (link.rise() != null
                    && !step.against(
                            track.get(i - 1).atMs(), link.atMs(), link.rise().doubleValue())) {
                return false;
            }
        }
        return true;
    }

    private boolean outOfAfter(Step step, RegisterValue to) {
        for (int i = to.series() + 1; i < all.size(); i++) {
            RegisterValue before = all.get(i - 1);
            RegisterValue after = all.get(i);
            if (before.atMs() >= step.toMs + RegisterTrack.EXCURSION_MS) {
                break;
            }
            double amount = RegisterSteps.difference(before, after).doubleValue();
            if (amount >= 0 && !after.isKnown() && !step.against(before.atMs(), after.atMs(), amount)) {
                return false;
            }
        }
        return true;
    }
}
