package io.greenpark.registry.merge;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.registry.document.PlacedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many documents a change added, changed, ended (points) and removed, by kind.
 *
 * @param byWhat what happened, in the words of a log line
 */
public record ChangeSummary(Map<String, Map<DocumentKind, Integer>> byWhat) {
    private static final List<String> ORDER = List.of("added", "changed", "ended", "removed");

    static ChangeSummary of(
            Map<DocumentKey, PlacedDocument> before, Map<DocumentKey, Optional<PlacedDocument>> changes) {
        Map<String, Map<DocumentKind, Integer>> byWhat = new TreeMap<>();
        changes.forEach((key, after) -> byWhat.computeIfAbsent(what(key, before.get(key), after), w -> new TreeMap<>())
                .merge(key.kind(), 1, Integer::sum));
        return new ChangeSummary(byWhat);
    }

    private static String what(DocumentKey key, @Nullable PlacedDocument before, Optional<PlacedDocument> after) {
        if (before == null) {
            return "added";
        }
        if (after.isEmpty()) {
            return "removed";
        }
        boolean ends = key.kind() == DocumentKind.POINT
                && before.document().text("endedAt") == null
                && after.get().document().text("endedAt") != null;
        return ends ? "ended" : "changed";
    }

    /** In words, e.g. {@code added 1 device, 2 points; ended 1 point}. */
    public String text() {
        List<String> parts = new ArrayList<>();
        for (String what : ORDER) {
            if (byWhat.containsKey(what)) {
                parts.add(what + " "
                        + byWhat.get(what).entrySet().stream()
                                .map(e -> e.getValue() + " " + plural(e.getKey(), e.getValue()))
                                .collect(Collectors.joining(", ")));
            }
        }
        return parts.isEmpty() ? "changed no document" : String.join("; ", parts);
    }

    /** The noun of a kind for a number of documents. */
    public static String plural(DocumentKind kind, int n) {
        return n == 1 ? kind.noun() : kind.noun() + "s";
    }
}
