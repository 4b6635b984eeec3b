package io.greenpark.plan.desk;

/** Why nothing was done. */
public enum Refusal {
    /** It is no longer the version that was seen. */
    STALE,
    /** The plan is closed: nothing of it changes. */
    CLOSED,
    /** The target is closed, so nothing is stated of it any more. */
    TARGET_CLOSED,
    /** There is a plan of that id already. */
    TAKEN,
    /** The plan has no such target. */
    NO_TARGET,
    /** The plan has no such period. */
    NO_PERIOD,
    /** The period has not begun. */
    NOT_BEGUN,
    /** The target is of the whole district alone. */
    NO_AREA,
    /** A number where there has to be a state, or the other way round. */
    NO_VALUE,
    /** It is less than it can be. */
    TOO_LOW,
    /** It is more than it can be. */
    TOO_HIGH,
    /** Enterprises that are seen to are counted in whole ones. */
    NOT_WHOLE,
    /** Values are there of a target that would be gone. */
    HAS_VALUES,
    /** A sheet that nobody entered, or that was answered already, waits for no answer. */
    STATE
}
