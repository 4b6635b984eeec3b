package io.greenpark.acceptance.sheet;

/** How far a sheet is. */
public enum SheetState {
    /** Somebody fills it in. */
    DRAFT,
    /** Whoever compared has signed; somebody else is to. */
    SIGNED,
    /** It was given back, with words. */
    RETURNED,
    /** Two have signed, and the device counts. */
    ACCEPTED;

    /** Whether it may be filled in. */
    public boolean isOpen() {
        return this == DRAFT || this == RETURNED;
    }
}
