package io.greenpark.park.energy;

/** How a booked amount came about. */
public enum Quality {
    /** Every part of the period was metered. */
    MEASURED,
    /** Part of it was spread over a gap that a register spans. */
    ESTIMATED,
    /** Metered, but not for the whole period. */
    PARTIAL,
    /** Nothing is known; there is no amount. */
    MISSING,
    /** A later reading replaced an earlier one of the same time. */
    CORRECTED
}
