package io.greenpark.park.energy;

import io.greenpark.park.reason.Reason;
import org.jspecify.annotations.Nullable;

/**
 * How much of a period's expected metering time something is known of, and of how much it is measured. What is judged is
 * judged by what is measured.
 *
 * @param completeness 0..1 of the expected time, measured or estimated
 * @param measured 0..1 of the expected time, at most the completeness
 */
public record Coverage(double completeness, double measured) {
    /** Nothing is known. */
    public static final Coverage NONE = new Coverage(0, 0);

    public Coverage {
        measured = Math.min(completeness, measured);
    }

    /** Of times that are added up over points; nothing where nothing is expected. */
    public static Coverage of(long coveredMs, long estimatedMs, long expectedMs) {
        return expectedMs <= 0
                ? NONE
                : new Coverage(share(coveredMs, expectedMs), share(Math.max(0, coveredMs - estimatedMs), expectedMs));
    }

    private static double share(long ms, long expectedMs) {
        return Math.min(1.0, (double) ms / expectedMs);
    }

    /** All that is known is measured. */
    public static Coverage measured(double completeness) {
        return new Coverage(completeness, completeness);
    }

    /** 0..1 of the expected time: what is known, but not measured; to nine digits, which a difference of shares keeps. */
    public double estimated() {
        return Math.rint((completeness - measured) * 1e9) / 1e9;
    }

    /** Why it is not enough to judge by, though it would be if estimates counted; null where they are not the cause. */
    public @Nullable Reason tooMuchEstimated(int requiredPercent) {
        boolean known = completeness * 100 >= requiredPercent;
        return known && measured * 100 < requiredPercent
                ? Reason.tooMuchEstimated(measuredPercent(), estimatedPercent(), requiredPercent)
                : null;
    }

    /** In whole percent, rounded down. */
    public int completenessPercent() {
        return (int) Math.floor(completeness * 100);
    }

    /** In whole percent, rounded down. */
    public int measuredPercent() {
        return (int) Math.floor(measured * 100);
    }

    /** In whole percent: what is missing from {@link #measuredPercent} to {@link #completenessPercent}. */
    public int estimatedPercent() {
        return completenessPercent() - measuredPercent();
    }
}
