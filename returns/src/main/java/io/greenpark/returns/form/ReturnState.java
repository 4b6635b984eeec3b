package io.greenpark.returns.form;

/** Where a return is. */
public enum ReturnState {
    /** Nobody has begun it; there is none in the books. */
    NOT_BEGUN,
    /** The enterprise is at it. */
    DRAFT,
    /** It was signed and is the officer's to look at. */
    SUBMITTED,
    /** An officer gave it back with words; the enterprise is at it again. */
    RETURNED,
    /** It is a statistic of the registry. */
    ACCEPTED;

    /** Whether the enterprise may change it. */
    public boolean isOpen() {
        return this == NOT_BEGUN || this == DRAFT || this == RETURNED;
    }
}
