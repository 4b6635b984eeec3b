package io.greenpark.dashboards.api;

import io.greenpark.dashboards.source.RegistryDocuments;
import io.greenpark.park.registry.RegistryEdits;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.ReviewRequest;
import io.greenpark.park.registry.ReviewRequest.State;
import io.greenpark.park.registry.Reviews;
import io.greenpark.park.viewer.DocumentScope;
import io.greenpark.park.viewer.Scope;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Which requests for a review somebody sees who has a part of the district: those of which all documents lie in it. */
final class SeenReviews {
    /** What somebody is to decide. */
    static final Set<State> OPEN = Set.of(State.WAITING, State.UNREVIEWED);

    private static final int PORTION = 50;

    private final Reviews reviews;
    private final RegistryEdits edits;
    private final RegistryHistory history;
    private final RegistrySource whole;
    private final Scope scope;

    SeenReviews(RegistryDocuments documents, Scope scope) {
        this.reviews = documents.reviews();
        this.edits = documents.edits();
        this.history = documents.history();
        this.whole = documents.whole();
        this.scope = scope;
    }

    /** The first ones in some states below a number, newest first. */
    List<ReviewRequest> list(Set<State> states, long below, int max) {
        DocumentScope documents = documents();
        List<ReviewRequest> seen = new ArrayList<>();
        long from = below;
        List<ReviewRequest> some;
        do {
            some = reviews.requests(states, from, PORTION);
            some.stream().filter(r -> isSeen(r, documents)).forEach(seen::add);
            from = some.isEmpty() ? from : some.get(some.size() - 1).number();
        } while (seen.size() < max && some.size() == PORTION);
        return seen.subList(0, Math.min(max, seen.size()));
    }

    /** All that somebody is to decide, newest first. */
    List<ReviewRequest> open() {
        return list(OPEN, Long.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** What of the registry lies in the scope now. */
    DocumentScope documents() {
        return DocumentScope.of(scope, whole.current());
    }

    /** One whose documents are there in part only, or not yet, is seen by who may change what they are to belong to. */
    boolean isSeen(ReviewRequest request, DocumentScope documents) {
        if (request.isOfPolicy()) {
            return scope.district();
        }
        return scope.district()
                || request.edits().stream().allMatch(e -> documents.sees(e.key()) || wasTheirs(request, e, documents))
                || request.state() == State.WAITING
                        && edits.submit(tried(request)).accepted();
    }

    /** What an emergency removed belonged to something. */
    private boolean wasTheirs(ReviewRequest request, Edit edit, DocumentScope documents) {
        Long change = request.change();
        return change != null
                && history.asOf(change - 1, edit.key())
                        .map(version -> References.of(edit.key(), new Document(Objects.requireNonNull(version.json()))))
                        .filter(references ->
                                !references.isEmpty() && references.stream().allMatch(documents::sees))
                        .isPresent();
    }

    /** What would become of a request now, by somebody of the scope. */
    EditRequest tried(ReviewRequest request) {
        return new EditRequest(
                request.who(),
                request.account(),
                request.source(),
                request.reason(),
                request.edits(),
                request.basedOn(),
                true,
                false,
                DocumentScope.reach(scope));
    }
}
