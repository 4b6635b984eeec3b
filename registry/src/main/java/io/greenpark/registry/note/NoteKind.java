package io.greenpark.registry.note;

/** What a note is about, in the order in which notes are told. */
public enum NoteKind {
    NO_MAX_PER_HOUR("points without maxPerHour"),
    FUTURE_REPLACEMENT("replacements in the future"),
    LONG_SILENCE("silences of a year or more"),
    SHORT_SILENCE("silences shorter than the points are due"),
    DEVICE_WITHOUT_POINTS("devices without points"),
    LIMIT_OF_ENDED_POINT("limits of points that have ended"),
    TARGET_UNHEARD_OF("targets nobody would be told of"),
    USE_NOT_STATED("enterprises with statistics without allowedUse");

    private final String plural;

    NoteKind(String plural) {
        this.plural = plural;
    }

    /** What several of the kind are called in English. */
    String plural() {
        return plural;
    }
}
