package io.greenpark.cleanproduction.round;

/** Which authority is in charge of an audit. */
public enum Authority {
    ENVIRONMENT,
    ENERGY,
    /** The one that promotes clean production as a whole: of voluntary audits. */
    COORDINATING
}
