package io.greenpark.registry.merge;

import static io.greenpark.park.registry.DocumentKind.CONTACT;
import static io.greenpark.park.registry.DocumentKind.DEVICE;
import static io.greenpark.park.registry.DocumentKind.DISTRICT;
import static io.greenpark.park.registry.DocumentKind.GATEWAY;
import static io.greenpark.park.registry.DocumentKind.POINT;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.RegistryFiles.Difference;
import io.greenpark.park.registry.RegistryFiles.Why;
import io.greenpark.park.registry.Withheld;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.FilesSaid;
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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Joins what the files say now with what they said before and with what is in force, which people may have changed since.
 * A point that leaves the files is ended, and kept with its device, enterprise, outlet and park, since its readings and
 * bookings stay; so is whatever else that remains refers to. What a person added stays; what a person changed stays as
 * changed, also where the files now say something else or nothing, and is listed.
 */
public final class FileMerge {
    private final FilesSaid before;
    private final Map<DocumentKey, Document> files;
    private final Map<DocumentKey, PlacedDocument> current;
    private final Instant now;
    private final Map<DocumentKey, Document> merged = new TreeMap<>();
    private final Set<DocumentKey> going = new HashSet<>();
    private final Map<DocumentKey, Document> saidLast = new HashMap<>();

    /**
     * @param before what the files said when they were last taken over, and last of what had left them
     * @param files what they say now, in their order
     * @param current what is in force
     * @param now when points that left the files end
     */
    public FileMerge(
            FilesSaid before, Map<DocumentKey, Document> files, Map<DocumentKey, PlacedDocument> current, Instant now) {
        this.before = before;
        this.files = files;
        this.current = current;
        this.now = now;
        current.forEach((key, placed) -> merged.put(key, placed.document()));
        saidLast.putAll(before.left());
    }

    /** Joins them. */
    public MergeResult merge() {
        files.forEach(this::take);
        before.now().forEach((key, said) -> {
            if (!files.containsKey(key)) {
                leave(key, said);
            }
        });
        removeWhatNothingNeeds();
        clearLostGateways();
        Map<DocumentKey, PlacedDocument> documents = placed();
        Map<DocumentKey, Optional<PlacedDocument>> changes = changes(documents);
        return new MergeResult(
                documents,
                changes,
                said(),
                Taken.of(before.now().keySet(), files.keySet(), current),
                ChangeSummary.of(current, changes));
    }

    private void take(DocumentKey key, Document file) {
        Document inForce = merged.get(key);
        Document base = said(key);
        if (inForce != null) {
            merged.put(key, FieldMerge.merge(base, file, inForce));
        } else if (base == null) {
            merged.put(key, file);
        }
        // Else a person removed it.
    }

    private @Nullable Document said(DocumentKey key) {
        Document now = before.now().get(key);
        return now != null ? now : before.left().get(key);
    }

    private void leave(DocumentKey key, Document said) {
        Document inForce = merged.get(key);
        if (inForce != null && key.kind() == POINT) {
            Document ended = ended(said);
            merged.put(key, FieldMerge.merge(said, ended, inForce));
            saidLast.put(key, ended);
        } else {
            saidLast.put(key, said);
            if (inForce != null && (inForce.equals(said) || key.kind() == DISTRICT)) {
                // An installation has one district: another one takes its place.
                going.add(key);
            }
        }
    }

    /** By leaving, the files say that a point ended. */
    private Document ended(Document point) {
        String endedAt = point.text("endedAt");
        boolean already = endedAt != null && !Instant.parse(endedAt).isAfter(now);
        return already ? point : point.with("endedAt", now.toString());
    }

    private void removeWhatNothingNeeds() {
        Set<DocumentKey> needed = going.isEmpty() ? Set.of() : needed();
        for (DocumentKey key : going) {
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

    private Set<DocumentKey> needed() {
        Set<DocumentKey> needed = new HashSet<>();
        merged.forEach((key, document) -> {
            if (!going.contains(key)) {
                need(key, document, needed);
            }
        });
        return needed;
    }

    /** Whether a contact is of something that is not in the files either, and is kept. */
    private boolean keptWithoutFile(DocumentKey contact, Document document, Set<DocumentKey> needed) {
        return References.of(contact, document).stream()
                .filter(subject -> !files.containsKey(subject) && merged.containsKey(subject))
                .anyMatch(subject -> needed.contains(subject) || !going.contains(subject));
    }

    private void need(DocumentKey key, Document document, Set<DocumentKey> needed) {
        for (DocumentKey reference : References.of(key, document)) {
            Document target = merged.get(reference);
            // What has left the files refers to others in its turn.
            boolean lostGateway = reference.kind() == GATEWAY && going.contains(key);
            if (target != null && !lostGateway && needed.add(reference) && going.contains(reference)) {
                need(reference, target, needed);
            }
        }
    }

    private void clearLostGateways() {
        merged.replaceAll((key, document) -> {
            String gateway = key.kind() == DEVICE && !files.containsKey(key) ? document.text("gateway") : null;
            if (gateway == null || merged.containsKey(new DocumentKey(GATEWAY, gateway))) {
                return document;
            }
            // It is not a person who took it away.
            saidLast.computeIfPresent(
                    key, (k, said) -> gateway.equals(said.text("gateway")) ? said.with("gateway", null) : said);
            return document.with("gateway", null);
        });
    }

    private FilesSaid said() {
        Map<DocumentKey, Document> now = new HashMap<>(files);
        now.keySet().removeIf(key -> !merged.containsKey(key) && (current.containsKey(key) || said(key) == null));
        Map<DocumentKey, Document> left = new HashMap<>(saidLast);
        left.keySet().removeIf(key -> files.containsKey(key) || (current.containsKey(key) && !merged.containsKey(key)));
        return new FilesSaid(now, left);
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

    private Map<DocumentKey, Optional<PlacedDocument>> changes(Map<DocumentKey, PlacedDocument> to) {
        Map<DocumentKey, Optional<PlacedDocument>> changes = new TreeMap<>();
        to.forEach((key, placed) -> {
            if (!placed.equals(current.get(key))) {
                changes.put(key, Optional.of(placed));
            }
        });
        current.keySet().stream()
                .filter(key -> !to.containsKey(key))
                .forEach(key -> changes.put(key, Optional.empty()));
        return changes;
    }

    /** In what the registry in force differs from its files, since people changed it. */
    public static List<Difference> standing(FilesSaid files, Map<DocumentKey, PlacedDocument> inForce) {
        List<Difference> standing = new ArrayList<>();
        files.now().forEach((key, file) -> {
            PlacedDocument placed = inForce.get(key);
            if (placed == null) {
                standing.add(new Difference(key, "", Why.REMOVED_BY_PERSON));
                return;
            }
            FieldMerge.differences(file, placed.document()).stream()
                    .filter(field -> mayBeTold(key.kind(), field, file, placed.document()))
                    .forEach(field -> standing.add(new Difference(key, field, Why.CHANGED_BY_PERSON)));
        });
        files.left().forEach((key, said) -> {
            PlacedDocument placed = inForce.get(key);
            if (placed != null && staysForAPerson(key, said, placed.document())) {
                standing.add(new Difference(key, "", Why.LEFT_THE_FILES));
            }
        });
        return standing;
    }

    /** That a value which is not told is no other than the files' would tell a right guess; theirs may be the stricter use. */
    private static boolean mayBeTold(DocumentKind kind, String field, Document file, Document inForce) {
        Withheld.Why why = Withheld.fields(kind).get(field);
        return why == null || why == Withheld.Why.AGGREGATE_ONLY && !aggregateOnly(file) && !aggregateOnly(inForce);
    }

    private static boolean aggregateOnly(Document statistic) {
        return EnumCode.of(AllowedUse.AGGREGATE_ONLY).equals(statistic.text("allowedUse"));
    }

    /**
     * A point stays for its readings; for a person it does if it goes on. Where something is not told of a kind, nobody learns
     * whether it is as the files said.
     */
    private static boolean staysForAPerson(DocumentKey key, Document said, Document inForce) {
        if (key.kind() != POINT) {
            return !inForce.equals(said) || !Withheld.fields(key.kind()).isEmpty();
        }
        String ends = said.text("endedAt");
        String ended = inForce.text("endedAt");
        return ends != null && (ended == null || Instant.parse(ended).isAfter(Instant.parse(ends)));
    }
}
