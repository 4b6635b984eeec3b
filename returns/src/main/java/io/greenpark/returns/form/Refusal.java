package io.greenpark.returns.form;

/** Why something is not done with a return. */
public enum Refusal {
    /** Somebody changed it meanwhile. */
    STALE,
    /** It is not in a state in which that is done. */
    STATE,
    /** A month of its period is closed: what it says is not changed until that is open again. */
    CLOSED,
    /** The period is not over. */
    NOT_OVER,
    /** It has no figure at all. */
    EMPTY,
    /** Figures that were filled in beforehand are not confirmed. */
    UNCONFIRMED,
    /** Questions are not answered. */
    UNANSWERED,
    /** The registry does not take the statistic. */
    REGISTRY
}
