package io.greenpark.registry.edit;

import io.greenpark.config.setting.Problems;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.DocumentFault;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryEdits.Fate;
import io.greenpark.park.registry.RegistryEdits.Outcome;
import io.greenpark.park.registry.RegistryEdits.Review;
import io.greenpark.park.registry.ReviewRequest;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.DocumentReader;
import io.greenpark.registry.document.DocumentWriter;
import io.greenpark.registry.document.PlacedDocument;
import io.greenpark.registry.document.References;
import io.greenpark.registry.history.RegistryStore;
import io.greenpark.registry.history.RegistryStore.ChangeNote;
import io.greenpark.registry.history.RegistryStore.Content;
import io.greenpark.registry.merge.FieldMerge;
import io.greenpark.registry.review.ReviewMatters;
import io.greenpark.registry.review.ReviewTable;
import io.greenpark.registry.rules.ContactRules;
import io.greenpark.registry.rules.IdentityRules;
import io.greenpark.registry.rules.RegistryRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
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
    private final Set<ReviewedMatter> reviewed;
    private final boolean acceptanceAsked;
    private final Duration replacementWithin;
    private final Clock clock;

    /**
     * One that edits the registry in force.
     *
     * @param newest number of the change that it stands for
     * @param reviewed what a second person reviews
     * @param acceptanceAsked whether devices that are added, or whose meter is replaced, wait for an acceptance sheet
     * @param replacementWithin how far back one person may record a replacement by which what was judged is judged no longer
     */
    public Editor(
            RegistryStore store,
            Registry current,
            long newest,
            Set<ReviewedMatter> reviewed,
            boolean acceptanceAsked,
            Duration replacementWithin,
            Clock clock) {
        this.store = store;
        this.current = current;
        this.newest = newest;
        this.reviewed = Set.copyOf(reviewed);
        this.acceptanceAsked = acceptanceAsked;
        this.replacementWithin = replacementWithin;
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

        private Edited with(Review review) {
            EditResult told =
                    new EditResult(result.number(), result.applied(), result.fates(), result.others(), review);
            return new Edited(told, registry, touched);
        }
    }

    /** Carries a request out; where a second person has to review a part of it, a request for that is made instead. */
    public Edited submit(EditRequest request) {
        Prepared prepared = prepare(request, false);
        if (!prepared.accepted() || request.dryRun()) {
            return prepared.nothing(false, Review.NONE);
        }
        if (prepared.changes().isEmpty()) {
            return prepared.nothing(true, Review.NONE);
        }
        Set<ReviewedMatter> matters = prepared.matters();
        if (matters.isEmpty()) {
            return append(prepared, (handle, number) -> {});
        }
        AtomicLong asked = new AtomicLong();
        Function<@Nullable Long, ReviewRequest> asking = change -> reviewRequest(request, matters, change);
        if (request.emergency()) {
            Edited edited =
                    append(prepared, (handle, change) -> asked.set(ReviewTable.insert(handle, asking.apply(change))));
            return edited.with(new Review(matters, asked.get()));
        }
        store.inOneTransaction(handle -> asked.set(ReviewTable.insertOnce(handle, asking.apply(null))));
        return prepared.nothing(false, new Review(matters, asked.get()));
    }

    /**
     * Carries out what was reviewed, or what an office of the platform has seen to: closings too.
     *
     * @param alongside what comes about with it or not at all, told the change's number; null where there is nothing to change
     */
    public Edited submitReviewed(EditRequest request, BiConsumer<Handle, @Nullable Long> alongside) {
        Prepared prepared = prepare(request, true);
        if (!prepared.accepted()) {
            return prepared.nothing(false, Review.NONE);
        }
        if (prepared.changes().isEmpty()) {
            store.inOneTransaction(handle -> alongside.accept(handle, null));
            return prepared.nothing(true, Review.NONE);
        }
        return append(prepared, alongside);
    }

    private ReviewRequest reviewRequest(EditRequest request, Set<ReviewedMatter> matters, @Nullable Long change) {
        return new ReviewRequest(
                0,
                clock.instant(),
                request.who(),
                request.account(),
                request.source(),
                request.reason(),
                matters,
                request.edits(),
                request.basedOn() == null ? newest : request.basedOn(),
                change != null,
                change,
                null);
    }

    /**
     * What a request comes to as long as nothing is done.
     *
     * @param after the registry that would come of it
     * @param matters what of it has to be reviewed here
     */
    private record Prepared(
            EditRequest request,
            long newest,
            Registry after,
            List<Fate> fates,
            List<DocumentFault> others,
            Map<DocumentKey, Optional<PlacedDocument>> changes,
            Set<ReviewedMatter> matters) {
        boolean accepted() {
            return result(newest, false, Review.NONE).accepted();
        }

        EditResult result(long number, boolean applied, Review review) {
            return new EditResult(number, applied, fates, others, review);
        }

        /** The registry stays as it is. */
        Edited nothing(boolean applied, Review review) {
            Review known = review.request() == null ? new Review(matters, null) : review;
            return new Edited(result(newest, applied, known), null, Set.of());
        }
    }

    private Edited append(Prepared prepared, BiConsumer<Handle, @Nullable Long> alongside) {
        EditRequest request = prepared.request();
        long number = store.append(
                new ChangeNote(request.who(), request.source(), request.reason(), null),
                new Content(prepared.changes(), Map.of()),
                alongside,
                clock);
        return new Edited(
                prepared.result(number, true, Review.NONE),
                prepared.after(),
                prepared.changes().keySet());
    }

    /** @param closes whether months may be closed by it, which needs more than the edit */
    private Prepared prepare(EditRequest request, boolean closes) {
        EditScope scope = new EditScope(request.reach(), current);
        List<EditedDocument> asked = EditedDocument.of(request, scope, store, newest);
        List<EditedDocument> edits = acceptanceAsked ? AcceptanceAsked.of(asked, key -> present(scope, key)) : asked;
        Problems problems = new Problems();
        Map<DocumentKey, PlacedDocument> documents = new Surroundings(store, current, newest).of(edits);
        Registry.Facts some = DocumentReader.readSome(documents, current, problems);
        Set<DocumentKey> removed = edits.stream()
                .filter(e -> e.faults().isEmpty() && e.document() == null)
                .map(EditedDocument::key)
                .collect(Collectors.toSet());
        Registry after = new Registry(FactsEdit.apply(current.facts(), some, removed), current);
        Map<DocumentKey, List<DocumentFault>> faults =
                scope.withoutForeign(faults(edits, scope, documents, problems, after, closes), edits);
        Map<DocumentKey, Document> canonical = DocumentWriter.write(some, after);
        Map<DocumentKey, Optional<PlacedDocument>> changes = new TreeMap<>();
        List<Fate> fates = new ArrayList<>();
        Set<ReviewedMatter> matters = EnumSet.noneOf(ReviewedMatter.class);
        Set<String> limited =
                current.facts().limits().stream().map(Limit::pointId).collect(Collectors.toSet());
        Set<DocumentKey> named = asked.stream().map(EditedDocument::key).collect(Collectors.toSet());
        for (EditedDocument edit : edits) {
            Fate fate = fate(edit, canonical, faults.getOrDefault(edit.key(), List.of()), changes);
            if (named.contains(edit.key())) {
                fates.add(fate);
            }
            matters.addAll(matters(edit, changes, limited));
        }
        if (changesAcceptance(changes.keySet(), after)) {
            matters.add(ReviewedMatter.ACCEPTANCE);
        }
        matters.retainAll(reviewed);
        List<DocumentFault> others = faults.entrySet().stream()
                .filter(e -> !named.contains(e.getKey()))
                .flatMap(e -> e.getValue().stream())
                .toList();
        return new Prepared(request, newest, after, fates, others, changes, matters);
    }

    /** A document that no edit names, as the editor sees it. */
    private Optional<PlacedDocument> present(EditScope scope, DocumentKey key) {
        return scope.mayChange(key)
                ? Optional.ofNullable(store.placed(newest, List.of(key)).get(key))
                : Optional.empty();
    }

    private Set<ReviewedMatter> matters(
            EditedDocument edit, Map<DocumentKey, Optional<PlacedDocument>> changes, Set<String> limited) {
        Optional<PlacedDocument> change = changes.get(edit.key());
        if (change == null) {
            return Set.of();
        }
        PlacedDocument was = edit.was();
        return ReviewMatters.of(
                edit.key(),
                was == null ? null : was.document(),
                change.map(PlacedDocument::document).orElse(null),
                limited::contains);
    }

    /** Whether more of a device's acceptance changes than one person may change: by an edit of it, or of one of its points. */
    private boolean changesAcceptance(Set<DocumentKey> changed, Registry after) {
        Set<String> devices = new TreeSet<>();
        for (DocumentKey key : changed) {
            if (key.kind() == DocumentKind.DEVICE) {
                devices.add(key.id());
            } else if (key.kind() == DocumentKind.POINT) {
                after.point(key.id()).ifPresent(point -> devices.add(point.deviceId()));
            }
        }
        Instant late = clock.instant().minus(replacementWithin);
        return devices.stream()
                .anyMatch(id -> AcceptanceAsked.needsReview(id, current, after, acceptanceAsked)
                        || AcceptanceAsked.changesWhatWasJudged(id, current, after, late)
                        || AcceptanceAsked.changesWhatWasAccepted(id, current, after));
    }

    private Map<DocumentKey, List<DocumentFault>> faults(
            List<EditedDocument> edits,
            EditScope scope,
            Map<DocumentKey, PlacedDocument> documents,
            Problems problems,
            Registry after,
            boolean closes) {
        List<DocumentFault> all = new ArrayList<>();
        Map<String, DocumentKey> byPlace = new HashMap<>();
        edits.forEach(e -> byPlace.put(e.key().toString(), e.key()));
        problems.list().forEach(p -> {
            DocumentKey key = byPlace.get(p.place());
            if (key != null) {
                all.add(new DocumentFault(key, p.key(), p.words()));
            }
        });
        if (all.isEmpty() && edits.stream().allMatch(e -> e.faults().isEmpty())) {
            all.addAll(scope.faults(edits, after));
        }
        if (all.isEmpty() && edits.stream().allMatch(e -> e.faults().isEmpty())) {
            all.addAll(RegistryRules.faults(after, current));
            documents.forEach((key, placed) -> addLostOwner(key, placed, after, all));
            edits.forEach(edit -> addContactFaults(edit, all));
            IdentityRules.check(current, after, (key, field, words) -> all.add(new DocumentFault(key, field, words)));
            ClosedMonths.check(edits, current, after, closes, all);
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
                    contact.text("phone"),
                    contact.text("language"),
                    (field, words) -> faults.add(new DocumentFault(edit.key(), field, words)));
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
                        new Bilingual(
                                "没有编号为“" + owner.id() + "”的"
                                        + owner.kind().named().zh() + "；请填写已登记的编号，或同时删除该联系人",
                                "there is no " + owner.kind().noun() + " \"" + owner.id() + "\"; give the id of one, or"
                                        + " remove the contact too")));
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
            return fate(edit, Outcome.CONFLICT, faults, null);
        }
        if (!faults.isEmpty()) {
            return fate(edit, Outcome.REFUSED, faults, null);
        }
        PlacedDocument was = edit.was();
        Document given = edit.document();
        if (given == null) {
            changes.put(key, Optional.empty());
            return fate(edit, Outcome.REMOVED, faults, null);
        }
        Document document = EditedDocument.canonical(key, given, canonical.getOrDefault(key, given));
        Set<String> unseen = was == null ? Set.of() : edit.unseen(was.document(), document);
        if (was != null && unseen.isEmpty() && was.document().equals(document)) {
            return fate(edit, Outcome.UNCHANGED, faults, document);
        }
        changes.put(key, Optional.of(new PlacedDocument(document, edit.position())));
        if (was == null) {
            return fate(edit, Outcome.ADDED, faults, document);
        }
        SortedSet<String> fields = FieldMerge.differences(was.document(), document);
        fields.addAll(unseen);
        return new Fate(key, Outcome.CHANGED, fields, faults, was.document().json(), document.json());
    }

    private static Fate fate(
            EditedDocument edit, Outcome outcome, List<DocumentFault> faults, @Nullable Document after) {
        return new Fate(
                edit.key(),
                outcome,
                new TreeSet<>(),
                faults,
                edit.was() == null ? null : edit.was().document().json(),
                after == null ? null : after.json());
    }
}
