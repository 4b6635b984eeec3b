package io.greenpark.registry.merge;

import static io.greenpark.park.registry.DocumentKind.CONTACT;
import static io.greenpark.park.registry.DocumentKind.DEVICE;
import static io.greenpark.park.registry.DocumentKind.DISTRICT;
import static io.greenpark.park.registry.DocumentKind.GATEWAY;
import static io.greenpark.park.registry.DocumentKind.POINT;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryFiles.Difference;
import io.greenpark.park.registry.RegistryFiles.Why;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.PlacedDocument;
import io.greenpark.registry.document.References;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Joins what the files say now with what they said before and with what is in force, which people may have changed since.
 * A point that leaves the files is ended, and kept with its device, enterprise, outlet and park, since its readings and
 * bookings stay; so is whatever else that remains refers to. What a person added stays; what a person changed stays as
 * changed, also where the files now say something else or nothing, and is listed.
 */
public final class FileMerge {
    private final Map<DocumentKey, Document> before;
    private final Map<DocumentKey, Document> files;
    private final Map<DocumentKey, PlacedDocument> current;
    private final Function<DocumentKey, Optional<Document>> lastFromFiles;
    private final Instant now;
    private final Map<DocumentKey, Document> merged = new TreeMap<>();
    private final Set<DocumentKey> left = new HashSet<>();

    /**
     * @param before what the files said when they were last taken over
     * @param files what they say now, in their order
     * @param current what is in force
     * @param lastFromFiles the last version of a document that did not come from a person
     * @param now when points that left the files end
     */
    public FileMerge(
            Map<DocumentKey, Document> before,
            Map<DocumentKey, Document> files,
            Map<DocumentKey, PlacedDocument> current,
            Function<DocumentKey, Optional<Document>> lastFromFiles,
            Instant now) {
        this.before = before;
        this.files = files;
        this.current = current;
        this.lastFromFiles = lastFromFiles;
        this.now = now;
        current.forEach((key, placed) -> merged.put(key, placed.document()));
    }

    /** Joins them. */
    public MergeResult merge() {
        files.forEach(this::take);
        before.keySet().stream().filter(key -> !files.containsKey(key)).forEach(this::leave);
        removeWhatNothingNeeds();
        clearLostGateways();
        Map<DocumentKey, PlacedDocument> documents = placed();
        Map<DocumentKey, Optional<PlacedDocument>> changes = changes(current, documents);
        return new MergeResult(
                documents,
                changes,
                changes(before, files),
                Taken.of(before.keySet(), files.keySet(), current),
                ChangeSummary.of(current, changes));
    }

    private void take(DocumentKey key, Document file) {
        Document inForce = merged.get(key);
        Document base = before.get(key);
        if (inForce != null) {
            Document known = base != null ? base : lastFromFiles.apply(key).orElse(null);
            FieldMerge.Result result = FieldMerge.merge(known, file, inForce);
            merged.put(key, result.document());
        } else if (base == null) {
            merged.put(key, file);
        }
    }

    private void leave(DocumentKey key) {
        Document inForce = merged.get(key);
        if (inForce == null) {
            return;
        }
        if (key.kind() == POINT) {
            String endedAt = inForce.text("endedAt");
            if (endedAt == null || Instant.parse(endedAt).isAfter(now)) {
                merged.put(key, inForce.with("endedAt", now.toString()));
            }
        } else if (inForce.equals(before.get(key)) || key.kind() == DISTRICT) {
            // An installation has one district: another one takes its place.
            left.add(key);
        }
    }

    private void removeWhatNothingNeeds() {
        Set<DocumentKey> needed = new HashSet<>();
        merged.forEach((key, document) -> {
            if (!left.contains(key)) {
                need(key, document, needed);
            }
        });
        for (DocumentKey key : left) {
            Document document = merged.get(key);
            boolean ofWhatIsKept = key.kind() == CONTACT && document != null && keptWithoutFile(key, document, needed);
            // An installation has one district, also where something still names the one before.
            boolean needless = !needed.contains(key) || key.kind() == DISTRICT;
            if (needless && !ofWhatIsKept) {
                merged.remove(key);
            }
        }
        // Nor can anybody be told of what is no longer there.
        merged.entrySet()
                .removeIf(e -> e.getKey().kind() == CONTACT
                        && References.of(e.getKey(), e.getValue()).stream().noneMatch(merged::containsKey));
    }

    /** Whether a contact is of something that is not in the files either, and is kept. */
    private boolean keptWithoutFile(DocumentKey contact, Document document, Set<DocumentKey> needed) {
        return References.of(contact, document).stream()
                .filter(subject -> !files.containsKey(subject) && merged.containsKey(subject))
                .anyMatch(subject -> needed.contains(subject) || !left.contains(subject));
    }

    private void need(DocumentKey key, Document document, Set<DocumentKey> needed) {
        for (DocumentKey reference : References.of(key, document)) {
            Document target = merged.get(reference);
            // What has left the files refers to others in its turn.
            boolean lostGateway = reference.kind() == GATEWAY && left.contains(key);
            if (target != null && !lostGateway && needed.add(reference) && left.contains(reference)) {
                need(reference, target, needed);
            }
        }
    }

    private void clearLostGateways() {
        merged.replaceAll((key, document) -> {
            String gateway = key.kind() == DEVICE ? document.text("gateway") : null;
            boolean lost = gateway != null
                    && !merged.containsKey(new DocumentKey(GATEWAY, gateway))
                    && !files.containsKey(key);
            return lost ? document.with("gateway", null) : document;
        });
    }

    private Map<DocumentKey, PlacedDocument> placed() {
        Map<DocumentKind, List<DocumentKey>> orders = new HashMap<>();
        Map<DocumentKey, Long> positions = new HashMap<>();
        current.forEach((key, placed) -> positions.put(key, placed.position()));
        files.keySet().stream().filter(merged::containsKey).forEach(key -> orders.computeIfAbsent(
                        key.kind(), k -> new ArrayList<>())
                .add(key));
        orders.values().forEach(order -> positions.putAll(Positions.assign(order, positions)));
        Map<DocumentKey, PlacedDocument> documents = new TreeMap<>();
        merged.forEach(
                (key, document) -> documents.put(key, new PlacedDocument(document, positions.getOrDefault(key, 0L))));
        return documents;
    }

    private static <T> Map<DocumentKey, Optional<T>> changes(Map<DocumentKey, T> from, Map<DocumentKey, T> to) {
        Map<DocumentKey, Optional<T>> changes = new TreeMap<>();
        to.forEach((key, document) -> {
            if (!document.equals(from.get(key))) {
                changes.put(key, Optional.of(document));
            }
        });
        from.keySet().stream().filter(key -> !to.containsKey(key)).forEach(key -> changes.put(key, Optional.empty()));
        return changes;
    }

    /**
     * In what the registry in force differs from its files, since people changed it.
     *
     * @param lastFromFiles the last version of a document that did not come from a person
     */
    public static List<Difference> standing(
            Map<DocumentKey, Document> files,
            Map<DocumentKey, PlacedDocument> inForce,
            Function<DocumentKey, Optional<Document>> lastFromFiles) {
        List<Difference> standing = new ArrayList<>();
        files.forEach((key, file) -> {
            PlacedDocument placed = inForce.get(key);
            if (placed == null) {
                standing.add(new Difference(key, "", Why.REMOVED_BY_PERSON));
                return;
            }
            SortedSet<String> fields = FieldMerge.differences(file, placed.document());
            fields.forEach(field -> standing.add(new Difference(key, field, Why.CHANGED_BY_PERSON)));
        });
        inForce.forEach((key, placed) -> {
            // A point that left the files has ended, whoever changed it before.
            boolean stays = key.kind() != POINT
                    && !files.containsKey(key)
                    && lastFromFiles
                            .apply(key)
                            .filter(last -> !last.equals(placed.document()))
                            .isPresent();
            if (stays) {
                standing.add(new Difference(key, "", Why.LEFT_THE_FILES));
            }
        });
        return standing;
    }
}
