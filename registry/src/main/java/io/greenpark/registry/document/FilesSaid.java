package io.greenpark.registry.document;

import io.greenpark.park.registry.DocumentKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the files say, as they say it and whatever people made of it: of each document they have, and last of those that left
 * them and were not taken away with that, because they are needed, are points, or a person changed or removed them. It is
 * what a document is compared with when it comes back.
 *
 * @param now of the documents that they have
 * @param left of those that left them, with what leaving itself said: of a point that it ended
 */
public record FilesSaid(Map<DocumentKey, Document> now, Map<DocumentKey, Document> left) {
    /** In the place of a position: the files no longer have the document. */
    private static final long LEFT = -1;

    /** As it is kept in the books. */
    public static FilesSaid of(Map<DocumentKey, PlacedDocument> kept) {
        Map<DocumentKey, Document> now = new HashMap<>();
        Map<DocumentKey, Document> left = new HashMap<>();
        kept.forEach((key, placed) -> (placed.position() == LEFT ? left : now).put(key, placed.document()));
        return new FilesSaid(now, left);
    }

    /** What must be kept in the books so that they hold another of these; empty for what is no longer to be known. */
    public Map<DocumentKey, Optional<PlacedDocument>> changesTo(FilesSaid after) {
        Map<DocumentKey, Optional<PlacedDocument>> changes = new HashMap<>();
        now.keySet().forEach(key -> changes.put(key, Optional.empty()));
        left.keySet().forEach(key -> changes.put(key, Optional.empty()));
        note(now, after.now, 0, changes);
        note(left, after.left, LEFT, changes);
        return changes;
    }

    private static void note(
            Map<DocumentKey, Document> before,
            Map<DocumentKey, Document> after,
            long position,
            Map<DocumentKey, Optional<PlacedDocument>> changes) {
        after.forEach((key, document) -> {
            if (document.equals(before.get(key))) {
                changes.remove(key);
            } else {
                changes.put(key, Optional.of(new PlacedDocument(document, position)));
            }
        });
    }
}
