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
    PART_OUTSIDE,
    /** It is about a figure of a month and right, and what puts that right was not said. */
    CORRECTION_MISSING,
    /** What puts it right was said of something that is put right otherwise, or needs nothing. */
    CORRECTION_NEEDLESS,
    /** Nothing is awaited: nothing was, or it came already. */
    NOT_AWAITED
}
