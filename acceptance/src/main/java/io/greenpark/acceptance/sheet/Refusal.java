package io.greenpark.acceptance.sheet;

/** Why something is not done with a sheet. */
public enum Refusal {
    /** Somebody changed it meanwhile. */
    STALE,
    /** It is not in a state in which that is done. */
    STATE,
    /** The device waits for no acceptance. */
    NOT_WAITING,
    /** Nothing was compared. */
    EMPTY,
    /** Whoever signs second has signed first, or answers for whoever did. */
    SAME_PERSON,
    /** Only whoever signed takes a signature back. */
    NOT_SIGNER,
    /** A check fails, as it stands now, of which nothing is said. */
    CHECKS,
    /** The data cannot count from then on: earlier than the device waits for its acceptance, later than now, or nothing says from when. */
    COUNTS_FROM,
    /** What was read is of another meter than the one that is to count: a replacement lies between. */
    OTHER_METER,
    /** What is registered of the device became something else while it was compared. */
    REGISTERED_MEANWHILE,
    /** The registry does not take it. */
    REGISTRY
}
