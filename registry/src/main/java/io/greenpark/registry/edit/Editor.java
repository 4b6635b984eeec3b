package io.greenpark.registry.edit;

import io.greenpark.config.setting.Problems;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.DocumentFault;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryEdits.Fate;
import io.greenpark.park.registry.RegistryEdits.Outcome;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.DocumentReader;
import io.greenpark.registry.document.DocumentWriter;
import io.greenpark.registry.document.PlacedDocument;
import io.greenpark.registry.document.References;
import io.greenpark.registry.history.RegistryStore;
import io.greenpark.registry.history.RegistryStore.ChangeNote;
import io.greenpark.registry.history.RegistryStore.Content;
import io.greenpark.registry.merge.FieldMerge;
import io.greenpark.registry.rules.ContactRules;
import io.greenpark.registry.rules.IdentityRules;
import io.greenpark.registry.rules.RegistryRules;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one request of edits on the registry in force: makes the documents, reads them as facts, asks the rules of the
 * registry that would come of it, and appends a change if nothing stands against it. What was wrong before an edit and has
 * nothing to do with it does not stand against it.
 */
public final class Editor {
    private final RegistryStore store;
    private final Registry current;
    private final long newest;
    private final Clock clock;

    /** @param newest number of the change that the registry in force stands for */
    public Editor(RegistryStore store, Registry current, long newest, Clock clock) {
        this.store = store;
        this.current = current;
        this.newest = newest;
        this.clock = clock;
    }

    /**
     * What a request came to.
     *
     * @param registry the registry now in force; null if nothing changed
     * @param touched the documents that were changed
     */
    public record Edited(EditResult result, @Nullable Registry registry, Set<DocumentKey> touched) {
        public Edited {
            touched = Set.copyOf(touched);
        }
    }

    /** Carries a request out. */
    public Edited submit(EditRequest request) {
        List<EditedDocument> edits = EditedDocument.of(request, store, newest);
        Problems problems = new Problems();
        Map<DocumentKey, PlacedDocument> documents = new Surroundings(store, current, newest).of(edits);
        Registry.Facts some = DocumentReader.readSome(documents, current, problems);
        Set<DocumentKey> removed = edits.stream()
                .filter(e -> e.faults().isEmpty() && e.document() == null)
                .map(EditedDocument::key)
                .collect(Collectors.toSet());
        Registry after = new Registry(FactsEdit.apply(current.facts(), some, removed), current);
        Map<DocumentKey, List<DocumentFault>> faults = faults(edits, documents, problems, after);
        Map<DocumentKey, Document> canonical = DocumentWriter.write(some, after);
        Map<DocumentKey, Optional<PlacedDocument>> changes = new TreeMap<>();
        List<Fate> fates = new ArrayList<>();
        for (EditedDocument edit : edits) {
            List<DocumentFault> own = faults.getOrDefault(edit.key(), List.of());
            fates.add(fate(edit, canonical, own, changes));
        }
        Set<DocumentKey> named = edits.stream().map(EditedDocument::key).collect(Collectors.toSet());
        List<DocumentFault> others = faults.entrySet().stream()
                .filter(e -> !named.contains(e.getKey()))
                .flatMap(e -> e.getValue().stream())
                .toList();
        EditResult checked = new EditResult(newest, false, fates, others);
        if (!checked.accepted() || request.dryRun()) {
            return new Edited(checked, null, Set.of());
        }
        if (changes.isEmpty()) {
            return new Edited(new EditResult(newest, true, fates, others), null, Set.of());
        }
        long number = store.append(
                new ChangeNote(request.who(), request.source(), request.reason(), null),
                new Content(changes, Map.of()),
                clock);
        return new Edited(new EditResult(number, true, fates, others), after, changes.keySet());
    }

    private Map<DocumentKey, List<DocumentFault>> faults(
            List<EditedDocument> edits, Map<DocumentKey, PlacedDocument> documents, Problems problems, Registry after) {
        List<DocumentFault> all = new ArrayList<>();
        Map<String, DocumentKey> byPlace = new HashMap<>();
        edits.forEach(e -> byPlace.put(e.key().toString(), e.key()));
        problems.list().forEach(p -> {
            DocumentKey key = byPlace.get(p.place());
            if (key != null) {
                all.add(new DocumentFault(key, p.key(), p.message()));
            }
        });
        if (all.isEmpty() && edits.stream().allMatch(e -> e.faults().isEmpty())) {
            all.addAll(RegistryRules.faults(after, current));
            documents.forEach((key, placed) -> addLostOwner(key, placed, after, all));
            edits.forEach(edit -> addContactFaults(edit, all));
            IdentityRules.check(
                    current, after, (key, field, message) -> all.add(new DocumentFault(key, field, message)));
            if (!all.isEmpty()) {
                all.removeAll(new HashSet<>(RegistryRules.faults(current)));
            }
        }
        edits.forEach(e -> all.addAll(e.faults()));
        return all.stream().collect(Collectors.groupingBy(DocumentFault::key));
    }

    private static void addContactFaults(EditedDocument edit, List<DocumentFault> faults) {
        Document contact = edit.document();
        if (edit.key().kind() == DocumentKind.CONTACT && contact != null) {
            ContactRules.check(
                    contact.text("email"),
                    contact.text("webhook"),
                    contact.text("language"),
                    (field, message) -> faults.add(new DocumentFault(edit.key(), field, message)));
        }
    }

    /** Contacts are part of what they belong to, so the rules do not see one that belongs to nothing. */
    private static void addLostOwner(
            DocumentKey key, PlacedDocument placed, Registry after, List<DocumentFault> faults) {
        if (key.kind() != DocumentKind.CONTACT) {
            return;
        }
        for (DocumentKey owner : References.of(key, placed.document())) {
            boolean there =
                    switch (owner.kind()) {
                        case ENTERPRISE -> after.enterprise(owner.id()).isPresent();
                        case PARK -> after.park(owner.id()).isPresent();
                        default -> after.facts().districtId().equals(owner.id());
                    };
            if (!there) {
                faults.add(new DocumentFault(
                        key,
                        "subject",
                        "there is no " + owner.kind().noun() + " \"" + owner.id() + "\"; give the id of one, or"
                                + " remove the contact too"));
            }
        }
    }

    private Fate fate(
            EditedDocument edit,
            Map<DocumentKey, Document> canonical,
            List<DocumentFault> faults,
            Map<DocumentKey, Optional<PlacedDocument>> changes) {
        DocumentKey key = edit.key();
        if (edit.conflict()) {
            return new Fate(key, Outcome.CONFLICT, new TreeSet<>(), faults);
        }
        if (!faults.isEmpty()) {
            return new Fate(key, Outcome.REFUSED, new TreeSet<>(), faults);
        }
        PlacedDocument was = edit.was();
        Document given = edit.document();
        if (given == null) {
            changes.put(key, Optional.empty());
            return new Fate(key, Outcome.REMOVED, new TreeSet<>(), faults);
        }
        Document document = EditedDocument.canonical(key, given, canonical.getOrDefault(key, given));
        Set<String> unseen = was == null ? Set.of() : edit.unseen(was.document(), document);
        if (was != null && unseen.isEmpty() && was.document().equals(document)) {
            return new Fate(key, Outcome.UNCHANGED, new TreeSet<>(), faults);
        }
        changes.put(key, Optional.of(new PlacedDocument(document, edit.position())));
        if (was == null) {
            return new Fate(key, Outcome.ADDED, new TreeSet<>(), faults);
        }
        SortedSet<String> fields = FieldMerge.differences(was.document(), document);
        fields.addAll(unseen);
        return new Fate(key, Outcome.CHANGED, fields, faults);
    }
}
