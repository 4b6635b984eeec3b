package io.greenpark.alerts.handling;

/** On whose side somebody acts on a case. */
public enum Side {
    /** Officers and grid officers. */
    OFFICE,
    /** People of the enterprise that it is about. */
    ENTERPRISE,
    /** The platform itself. */
    PLATFORM
}
