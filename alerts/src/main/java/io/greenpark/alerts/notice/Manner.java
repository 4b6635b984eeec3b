package io.greenpark.alerts.notice;

/** When something is told. */
public enum Manner {
    /** Not, unless it climbs. */
    NEVER,
    /** With what else there is, at the hour of digests. */
    DIGEST,
    /** At once in working hours, otherwise when they begin. */
    WORKING_HOURS,
    /** At once, day and night. */
    AT_ONCE;

    /** Whether it is sooner than another one. */
    public boolean soonerThan(Manner other) {
        return compareTo(other) > 0;
    }
}
