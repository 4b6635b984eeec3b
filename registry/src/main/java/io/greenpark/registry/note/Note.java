package io.greenpark.registry.note;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something worth a look.
 *
 * @param place {@code file:line}
 * @param key the full key it is about, e.g. {@code devices[steel-meter].silenceAfter}
 * @param details what its sentence says, by name
 */
public record Note(NoteKind kind, String place, String key, Map<String, String> details) {
    /** The detail that says which bound what was booked suggests. */
    static final String SUGGESTED = "suggested";

    /** The detail that says what the file says, where it says anything. */
    static final String GIVEN = "given";

    /** The detail that says when a limit should end, where it was ever in force. */
    static final String VALID_TO = "validTo";

    /** The detail that names the point. */
    static final String POINT = "point";

    public Note {
        details = Map.copyOf(details);
    }

    /** The note in one English sentence, with the value and what to do. */
    public String text() {
        return NoteMessages.english(this);
    }

    boolean has(String detail) {
        return details.containsKey(detail);
    }

    /** The same with more details. */
    Note with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(details);
        all.putAll(more);
        return new Note(kind, place, key, all);
    }

    @Override
    public String toString() {
        return place + ": " + key + ": " + text();
    }
}
