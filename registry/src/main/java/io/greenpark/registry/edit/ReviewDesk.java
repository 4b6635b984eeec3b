package io.greenpark.registry.edit;

import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.registry.ReviewRequest;
import io.greenpark.park.registry.ReviewRequest.Decision;
import io.greenpark.park.registry.ReviewRequest.State;
import io.greenpark.park.registry.ReviewRequest.Verdict;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.park.registry.Reviews;
import io.greenpark.registry.review.ReviewTable;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Decides requests for reviews; what they ask for is carried out by whoever keeps the registry. */
public final class ReviewDesk implements Reviews {
    private final Books books;
    private final RegistryHistory history;
    private final Set<ReviewedMatter> matters;
    private final Object changing;
    private final Registrar registrar;
    private final Clock clock;

    /** Who carries edits out that were reviewed. */
    @FunctionalInterface
    public interface Registrar {
        /** Carries edits out, and something alongside, or none of both. */
        EditResult submitReviewed(EditRequest request, BiConsumer<Handle, @Nullable Long> alongside);
    }

    /**
     * A desk.
     *
     * @param matters what is reviewed
     * @param changing held while anything changes the registry
     */
    public ReviewDesk(
            Books books,
            RegistryHistory history,
            Set<ReviewedMatter> matters,
            Object changing,
            Registrar registrar,
            Clock clock) {
        this.books = books;
        this.history = history;
        this.matters = Set.copyOf(matters);
        this.changing = changing;
        this.registrar = registrar;
        this.clock = clock;
    }

    @Override
    public Optional<ReviewRequest> request(long number) {
        return books.read(handle -> ReviewTable.one(handle, number));
    }

    @Override
    public List<ReviewRequest> requests(Set<State> states, long below, int max) {
        return books.read(handle -> ReviewTable.page(handle, states, below, max));
    }

    @Override
    public List<Open> open() {
        return books.read(ReviewTable::open);
    }

    @Override
    public List<Long> openOf(String account) {
        return books.read(handle -> ReviewTable.openOf(handle, account));
    }

    @Override
    public void handOver(String account, String to) {
        synchronized (changing) {
            books.write(tx -> {
                ReviewTable.handOver(tx.handle(), account, to);
                return true;
            });
        }
    }

    @Override
    public Set<ReviewedMatter> matters() {
        return matters;
    }

    @Override
    public Decided decide(long number, Verdict verdict, String who, String account, String reason) {
        synchronized (changing) {
            ReviewRequest request = request(number).orElse(null);
            if (request == null) {
                return new Decided(Outcome.UNKNOWN, null, null);
            }
            if (request.isOfPolicy()) {
                throw new IllegalArgumentException("request " + number + " is of a policy");
            }
            if (request.decision() != null) {
                return new Decided(Outcome.DECIDED, request, null);
            }
            boolean own = request.account().equals(account) || request.who().equals(account);
            if (own != (verdict == Verdict.WITHDRAWN)) {
                return new Decided(Outcome.SAME_PERSON, request, null);
            }
            if (verdict == Verdict.SUPERSEDED && !isSuperseded(request)) {
                return new Decided(Outcome.NOT_SUPERSEDED, request, null);
            }
            return carryOut(request, new Decision(verdict, clock.instant(), who, reason));
        }
    }

    /** Whether every document of an emergency was changed after it. */
    private boolean isSuperseded(ReviewRequest request) {
        Long change = request.change();
        return change != null
                && history.versionsOf(change, null, Integer.MAX_VALUE).stream()
                        .allMatch(version ->
                                history.versions(version.key()).get(0).change() > change);
    }

    private Decided carryOut(ReviewRequest request, Decision decision) {
        boolean approved = decision.verdict() == Verdict.APPROVED;
        EditRequest edits = null;
        if (approved && request.change() == null) {
            edits = new EditRequest(
                    request.who(), request.source(), request.reason(), request.edits(), request.basedOn(), false);
        } else if (decision.verdict().takesBack() && request.change() != null) {
            edits = new EditRequest(
                    decision.who(),
                    request.source(),
                    decision.reason(),
                    Undo.of(history, request.change(), decision.at()),
                    request.change(),
                    false);
        }
        if (edits == null) {
            books.write(tx -> {
                ReviewTable.decide(tx.handle(), request.number(), decision, null);
                return true;
            });
            return new Decided(Outcome.DONE, request(request.number()).orElseThrow(), null);
        }
        EditResult result = registrar.submitReviewed(
                edits, (handle, change) -> ReviewTable.decide(handle, request.number(), decision, change));
        return new Decided(
                result.applied() ? Outcome.DONE : Outcome.NOT_POSSIBLE,
                request(request.number()).orElseThrow(),
                result);
    }
}
