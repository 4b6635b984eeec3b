package io.greenpark.registry.note;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Notes, by kind and as they stand in the files.
 *
 * @param list those that are told
 * @param leftOut how many more of a kind there are
 */
public record Notes(List<Note> list, Map<NoteKind, Integer> leftOut) {
    public Notes {
        list = List.copyOf(list);
        leftOut = Map.copyOf(leftOut);
    }

    /** The first of each kind. */
    static Notes atMost(int ofKind, List<Note> all) {
        Map<NoteKind, List<Note>> byKind = all.stream()
                .collect(Collectors.groupingBy(Note::kind, () -> new EnumMap<>(NoteKind.class), Collectors.toList()));
        List<Note> told = new ArrayList<>();
        Map<NoteKind, Integer> leftOut = new EnumMap<>(NoteKind.class);
        byKind.forEach((kind, notes) -> {
            told.addAll(notes.subList(0, Math.min(ofKind, notes.size())));
            if (notes.size() > ofKind) {
                leftOut.put(kind, notes.size() - ofKind);
            }
        });
        return new Notes(told, leftOut);
    }

    /** The points whose largest amount an hour is not known. */
    Set<String> unboundedPoints() {
        return list.stream()
                .filter(n -> n.kind() == NoteKind.NO_MAX_PER_HOUR)
                .map(n -> n.details().getOrDefault(Note.POINT, ""))
                .collect(Collectors.toSet());
    }

    Notes map(UnaryOperator<Note> change) {
        return new Notes(list.stream().map(change).toList(), leftOut);
    }

    /** A line a note; below those of a kind how many more there are. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (NoteKind kind : NoteKind.values()) {
            list.stream().filter(n -> n.kind() == kind).map(n -> "note: " + n).forEach(lines::add);
            int more = leftOut.getOrDefault(kind, 0);
            if (more > 0) {
                lines.add("note: and " + more + " more " + kind.plural());
            }
        }
        return lines;
    }
}
