package io.greenpark.acceptance.comparison;

/** Which side of the transformers a display shows. */
public enum Side {
    /** The real amount: the meter multiplies by itself, or has no transformers. */
    PRIMARY,
    /** What the meter sees behind its transformers; the nameplates say what to multiply with. */
    SECONDARY
}
