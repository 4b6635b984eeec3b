package io.greenpark.registry.edit;

import io.greenpark.config.setting.Problems;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.DocumentFault;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryEdits.Fate;
import io.greenpark.park.registry.RegistryEdits.Outcome;
import io.greenpark.park.registry.RegistryEdits.Review;
import io.greenpark.park.registry.ReviewRequest;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.DocumentReader;
import io.greenpark.registry.document.DocumentWriter;
import io.greenpark.registry.document.PlacedDocument;
import io.greenpark.registry.history.RegistryStore;
import io.greenpark.registry.history.RegistryStore.ChangeNote;
import io.greenpark.registry.history.RegistryStore.Content;
import io.greenpark.registry.merge.FieldMerge;
import io.greenpark.registry.review.ReviewTable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
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
        Map<DocumentKey, List<DocumentFault>> faults = scope.withoutForeign(
                new EditFaults(edits, scope, current, after, closes).of(documents, problems), edits);
        Map<DocumentKey, Document> canonical = DocumentWriter.write(some, after);
        Map<DocumentKey, Optional<PlacedDocument>> changes = new TreeMap<>();
        List<Fate> fates = new ArrayList<>();
        Set<DocumentKey> named = asked.stream().map(EditedDocument::key).collect(Collectors.toSet());
        // What only follows from others of the request is the platform's doing.
        Set<DocumentKey> meant = asked.stream()
                .filter(e -> !e.unchanged())
                .map(EditedDocument::key)
                .collect(Collectors.toSet());
        for (EditedDocument edit : edits) {
            Fate fate = fate(edit, canonical, faults.getOrDefault(edit.key(), List.of()), changes);
            List<DocumentFault> shared = meant.contains(edit.key()) ? shared(scope, fate) : List.of();
            if (!shared.isEmpty()) {
                changes.remove(edit.key());
                fate = fate(edit, Outcome.REFUSED, shared, null);
            }
            if (named.contains(edit.key())) {
                fates.add(fate);
            }
        }
        Set<ReviewedMatter> matters = new EditMatters(current, after, acceptanceAsked)
                .of(edits, changes, clock.instant().minus(replacementWithin));
        matters.retainAll(reviewed);
        List<DocumentFault> others = faults.entrySet().stream()
                .filter(e -> !named.contains(e.getKey()))
                .flatMap(e -> e.getValue().stream())
                .toList();
        return new Prepared(request, newest, after, fates, others, changes, matters);
    }

    /** A document that no edit names, as the editor sees it. */
    private Optional<PlacedDocument> present(EditScope scope, DocumentKey key) {
        return scope.sees(key)
                ? Optional.ofNullable(store.placed(newest, List.of(key)).get(key))
                : Optional.empty();
    }

    private static List<DocumentFault> shared(EditScope scope, Fate fate) {
        return switch (fate.outcome()) {
            case CHANGED, REMOVED -> scope.shared(fate.key(), fate.fields());
            case ADDED, UNCHANGED, REFUSED, CONFLICT -> List.of();
        };
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
