package io.greenpark.registry.merge;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.registry.document.PlacedDocument;
import io.greenpark.registry.document.References;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much the files take away with what is no longer in them, by kind: parks, enterprises, devices and points. What was
 * ended before does not count.
 *
 * @param gone how many that were in use left the files
 * @param had how many in use the files had
 */
public record Taken(Map<DocumentKind, Integer> gone, Map<DocumentKind, Integer> had) {
    private static final List<DocumentKind> COUNTED =
            List.of(DocumentKind.PARK, DocumentKind.ENTERPRISE, DocumentKind.DEVICE, DocumentKind.POINT);

    public Taken {
        gone = Map.copyOf(gone);
        had = Map.copyOf(had);
    }

    static Taken of(Set<DocumentKey> before, Set<DocumentKey> files, Map<DocumentKey, PlacedDocument> current) {
        if (files.containsAll(before)) {
            return new Taken(Map.of(), Map.of());
        }
        Set<DocumentKey> ended = ended(current);
        Map<DocumentKind, Integer> gone = new EnumMap<>(DocumentKind.class);
        Map<DocumentKind, Integer> had = new EnumMap<>(DocumentKind.class);
        for (DocumentKey key : before) {
            if (COUNTED.contains(key.kind()) && current.containsKey(key) && !ended.contains(key)) {
                had.merge(key.kind(), 1, Integer::sum);
                if (!files.contains(key)) {
                    gone.merge(key.kind(), 1, Integer::sum);
                }
            }
        }
        return new Taken(gone, had);
    }

    /** Ended points, devices that have no others, and so on upwards. */
    private static Set<DocumentKey> ended(Map<DocumentKey, PlacedDocument> current) {
        Set<DocumentKey> ended = new HashSet<>();
        current.forEach((key, placed) -> {
            if (key.kind() == DocumentKind.POINT && placed.document().text("endedAt") != null) {
                ended.add(key);
            }
        });
        addOwners(DocumentKind.POINT, DocumentKind.DEVICE, current, ended);
        addOwners(DocumentKind.DEVICE, DocumentKind.ENTERPRISE, current, ended);
        addOwners(DocumentKind.ENTERPRISE, DocumentKind.PARK, current, ended);
        return ended;
    }

    private static void addOwners(
            DocumentKind kind, DocumentKind owner, Map<DocumentKey, PlacedDocument> current, Set<DocumentKey> ended) {
        Set<DocumentKey> ofEnded = new HashSet<>();
        Set<DocumentKey> inUse = new HashSet<>();
        current.forEach((key, placed) -> {
            if (key.kind() == kind) {
                References.of(key, placed.document()).stream()
                        .filter(reference -> reference.kind() == owner)
                        .forEach((ended.contains(key) ? ofEnded : inUse)::add);
            }
        });
        ofEnded.removeAll(inUse);
        ended.addAll(ofEnded);
    }

    /** The largest share of a kind that is gone, 0 to 1. */
    public double largestShare() {
        return gone.entrySet().stream()
                .mapToDouble(e -> e.getValue() / (double) had.getOrDefault(e.getKey(), 1))
                .max()
                .orElse(0);
    }
}
