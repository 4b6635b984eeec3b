package io.greenpark.objection.form;

/** Why a step of an objection was not taken. */
public enum Refusal {
    /** There is no such objection. */
    UNKNOWN,
    /** It changed since it was seen. */
    STALE,
    /** It has ended already. */
    ENDED,
    /** The same enterprise has an open one about the same thing. */
    ALREADY_OPEN,
    /** Who decides had a part in what it is about. */
    INVOLVED,
    /** It is right in part, and which part was not said. */
    PART_MISSING,
    /** A part was said that is not in what it is about, or of something that has no parts. */
    PART_OUTSIDE
}
