package io.greenpark.alerts.cases;

/** What the cases say of a device that is expected to send. Of one that is heard they say nothing. */
public enum DeviceStanding {
    /** An open case speaks for it, its own or that of its gateway or door, and nothing came of it since that began. */
    SILENT,
    /** The same, and that case says that what it sends is refused. */
    REFUSED,
    /** It cannot be heard: an open case says that its door is shut or its broker away. */
    DOOR_SHUT;

    /** Whether nothing of it is taken, though it could be. */
    public boolean isSilent() {
        return this != DOOR_SHUT;
    }
}
