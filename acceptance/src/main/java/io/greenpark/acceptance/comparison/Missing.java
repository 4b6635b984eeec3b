package io.greenpark.acceptance.comparison;

/** Why the platform has nothing to say of a time. It is said and never guessed. */
public enum Missing {
    /** No reading is kept of the time before, as near as the point sends. */
    NO_READING_BEFORE,
    /** None has come since: it is to be waited for. */
    NO_READING_SINCE,
    /** The readings around the time lie further apart than the point sends. */
    GAP,
    /** The register was lower afterwards: it was replaced, wrapped or fell. */
    REGISTER_FELL,
    /** Unit, kind or ratio are others afterwards. */
    FACTS_CHANGED,
    /** The registry says nothing of the time. */
    NO_FACTS,
    /** Values of this kind stand for a period, and are compared by what adds up between two times only. */
    BY_PERIOD
}
