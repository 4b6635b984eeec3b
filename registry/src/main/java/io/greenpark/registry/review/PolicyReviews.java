package io.greenpark.registry.review;

import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.park.registry.ReviewRequest;
import io.greenpark.park.registry.ReviewRequest.Decision;
import io.greenpark.park.registry.ReviewRequest.Verdict;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.park.registry.Reviews.Decided;
import io.greenpark.park.registry.Reviews.Open;
import io.greenpark.park.registry.Reviews.Outcome;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Takes changes of policies, and decides requests for their reviews, as {@link io.greenpark.park.registry.Reviews} does of documents: they are numbered and
 * listed together. What puts a policy in force and what decides its request are one transaction. Any thread may call.
 */
public final class PolicyReviews {
    private final Books books;
    private final Set<ReviewedMatter> reviewed;
    private final Map<ReviewedMatter, ReviewedPolicies> policies;
    private final Clock clock;

    /** @param reviewed what is reviewed in this installation; all else is in force at once */
    public PolicyReviews(
            Books books, Set<ReviewedMatter> reviewed, Map<ReviewedMatter, ReviewedPolicies> policies, Clock clock) {
        this.books = books;
        this.reviewed = Set.copyOf(reviewed);
        this.policies = Map.copyOf(policies);
        this.clock = clock;
    }

    /**
     * A change of a policy.
     *
     * @param policy which of the matter's, as {@link ReviewedPolicies} names it; null where it has one only
     * @param based the version that was seen
     * @param who the person or program who asks
     * @param account the account that answers for it
     * @param emergency whether it is to be in force before the review
     */
    public record Asked(
            ReviewedMatter matter,
            @Nullable String policy,
            long based,
            String document,
            String who,
            String account,
            Source source,
            String reason,
            boolean emergency) {}

    /**
     * What came of it.
     *
     * @param version the one that is in force now
     * @param request the number of the request for a review; null where none was made
     * @param applied whether what was asked for is in force
     * @param policy which one it is of; null where the matter has one only
     */
    public record Submitted(
            long version,
            @Nullable Long request,
            boolean applied,
            @Nullable String policy) {
        /** Nothing was done, since another version came in between. */
        public boolean outdated() {
            return !applied && request == null;
        }
    }

    /** Whether a second person reviews it. */
    public boolean isReviewed(ReviewedMatter matter) {
        return reviewed.contains(matter);
    }

    /** Takes a change; with the policy's own fault where it cannot be used. */
    public Submitted submit(Asked asked) {
        ReviewedPolicies policies = policies(asked.matter());
        ReviewedPolicy read = policies.named(asked.policy());
        if (asked.emergency() && !read.goesBack()) {
            throw new IllegalArgumentException("there are no emergencies of " + asked.matter());
        }
        String document = read.canonical(asked.document());
        Instant now = clock.instant();
        return books.write(tx -> {
            Handle handle = tx.handle();
            String name = policies.name(handle, asked.policy(), document, names(handle, asked.matter()));
            ReviewedPolicy policy = policies.named(name);
            if (policy.version(handle) != asked.based()) {
                return new Submitted(policy.version(handle), null, false, name);
            }
            policy.check(handle, document, now);
            boolean waits = isReviewed(asked.matter()) && !asked.emergency();
            if (waits) {
                Long before = ReviewTable.same(handle, request(asked, askedName(asked, name), document, now, null))
                        .orElse(null);
                return new Submitted(
                        asked.based(),
                        before != null
                                ? before
                                : Long.valueOf(ReviewTable.insert(handle, request(asked, name, document, now, null))),
                        false,
                        name);
            }
            long made = policy.put(handle, asked.based(), document, asked.who(), asked.reason(), now)
                    .orElseThrow();
            Long request = isReviewed(asked.matter())
                    ? ReviewTable.insert(handle, request(asked, name, document, now, made))
                    : null;
            return new Submitted(made, request, true, name);
        });
    }

    /** A form for something new that is sent twice is not to make two: only what had its name before is told apart by it. */
    private static @Nullable String askedName(Asked asked, @Nullable String name) {
        return Objects.equals(asked.policy(), name) ? name : null;
    }

    /** What is asked for and waits, by name. */
    private static Set<String> names(Handle handle, ReviewedMatter matter) {
        return ReviewTable.open(handle).stream()
                .filter(open -> open.matters().contains(matter))
                .map(Open::policy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static ReviewRequest request(
            Asked asked, @Nullable String name, String document, Instant now, @Nullable Long inForceBy) {
        return new ReviewRequest(
                0,
                now,
                asked.who(),
                asked.account(),
                asked.source(),
                asked.reason(),
                Set.of(asked.matter()),
                List.of(),
                asked.based(),
                inForceBy != null,
                inForceBy,
                null,
                document,
                name);
    }

    /** The requests that are open over policies of a matter, oldest first. */
    public List<ReviewRequest> open(ReviewedMatter matter) {
        return books.read(handle -> ReviewTable.open(handle).stream()
                .filter(open -> open.matters().contains(matter))
                .flatMap(open -> ReviewTable.one(handle, open.number()).stream())
                .toList());
    }

    /** What a request would change: what the policy says in force now, or said before an emergency, and what it asks for. */
    public record Comparison(
            ReviewedMatter matter, long version, @Nullable String before, String after) {}

    /** What a request of a policy would change, or has changed. */
    public Comparison compare(ReviewRequest request) {
        ReviewedMatter matter = matter(request);
        ReviewedPolicy policy = policy(request);
        return books.read(handle -> {
            long version = policy.version(handle);
            long before = request.state().isOpen() && !request.emergency() ? version : request.basedOn();
            return new Comparison(
                    matter,
                    version,
                    policy.document(handle, before).orElse(null),
                    Objects.requireNonNull(request.document()));
        });
    }

    /** Decides a request as {@link io.greenpark.park.registry.Reviews#decide} does; it has no result. */
    public Decided decide(long number, Verdict verdict, String who, String account, String reason) {
        Decision decision = new Decision(verdict, clock.instant(), who, reason);
        Outcome outcome = books.write(tx -> decide(tx.handle(), number, account, decision));
        return new Decided(
                outcome,
                books.<Optional<ReviewRequest>, RuntimeException>read(handle -> ReviewTable.one(handle, number))
                        .orElse(null),
                null);
    }

    private Outcome decide(Handle handle, long number, String account, Decision decision) {
        ReviewRequest request = ReviewTable.one(handle, number).orElse(null);
        if (request == null || !request.isOfPolicy()) {
            return Outcome.UNKNOWN;
        }
        if (request.decision() != null) {
            return Outcome.DECIDED;
        }
        boolean own = request.account().equals(account) || request.who().equals(account);
        if (own != (decision.verdict() == Verdict.WITHDRAWN)) {
            return Outcome.SAME_PERSON;
        }
        return carryOut(handle, request, decision);
    }

    private Outcome carryOut(Handle handle, ReviewRequest request, Decision decision) {
        ReviewedPolicy policy = policy(request);
        Long inForce = request.change();
        Optional<Long> made;
        if (decision.verdict() == Verdict.SUPERSEDED) {
            if (inForce == null || stands(handle, policy, inForce)) {
                return Outcome.NOT_SUPERSEDED;
            }
            made = Optional.of(inForce);
        } else if (decision.verdict() == Verdict.APPROVED && inForce == null) {
            made = policy.put(
                    handle,
                    request.basedOn(),
                    Objects.requireNonNull(request.document()),
                    request.who(),
                    request.reason(),
                    decision.at());
        } else if (decision.verdict().takesBack() && inForce != null) {
            made = stands(handle, policy, inForce) ? takeBack(handle, policy, request, decision) : Optional.empty();
        } else {
            ReviewTable.decide(handle, request.number(), decision, null);
            return Outcome.DONE;
        }
        made.ifPresent(version -> ReviewTable.decide(handle, request.number(), decision, version));
        return made.isPresent() ? Outcome.DONE : Outcome.NOT_POSSIBLE;
    }

    /** Whether what an emergency put in force still is, be it by a later version that says the same since what came after it was taken back. */
    private static boolean stands(Handle handle, ReviewedPolicy policy, long inForce) {
        long now = policy.version(handle);
        return now == inForce || policy.document(handle, now).equals(policy.document(handle, inForce));
    }

    private static Optional<Long> takeBack(
            Handle handle, ReviewedPolicy policy, ReviewRequest request, Decision decision) {
        long now = policy.version(handle);
        return policy.before(handle, request.basedOn(), Objects.requireNonNull(request.document()), decision.at())
                .flatMap(before -> policy.put(handle, now, before, decision.who(), decision.reason(), decision.at()));
    }

    private static ReviewedMatter matter(ReviewRequest request) {
        return request.matters().iterator().next();
    }

    private ReviewedPolicy policy(ReviewRequest request) {
        return policies(matter(request)).named(request.policy());
    }

    private ReviewedPolicies policies(ReviewedMatter matter) {
        return Objects.requireNonNull(policies.get(matter), () -> "nobody keeps " + matter);
    }
}
