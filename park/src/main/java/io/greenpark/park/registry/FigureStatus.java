package io.greenpark.park.registry;

/** How final a figure is. Of several figures the least final decides. */
public enum FigureStatus {
    /** May still change: late readings, an open period. */
    PROVISIONAL,
    /** Its statistics are estimates. */
    ESTIMATED,
    /** Confirmed by the annual return. */
    FINAL
}
