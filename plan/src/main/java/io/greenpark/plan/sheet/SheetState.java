package io.greenpark.plan.sheet;

/** How far a yearly sheet is. */
public enum SheetState {
    /** Nobody has entered anything. */
    NOT_BEGUN,
    /** An officer entered it; the enterprise has not said a word. */
    ENTERED,
    /** The enterprise says that it is right. */
    CONFIRMED,
    /** The enterprise says that it is wrong; no list rests on it until an officer enters it anew. */
    OBJECTED
}
