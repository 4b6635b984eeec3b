package io.greenpark.park.registry;

import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.ReviewRequest.State;
import io.greenpark.park.registry.ReviewRequest.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The requests of the registry that a second person reviews. They are made by {@link io.greenpark.park.registry.RegistryEdits}, where an
 * edit touches what is to be reviewed, and decided here. Thread-safe.
 */
public interface Reviews {
    /** What came of a decision. */
    enum Outcome {
        DONE,
        /** There is no such request. */
        UNKNOWN,
        /** It is decided already. */
        DECIDED,
        /** Who asked may not review, and nobody else may withdraw. */
        SAME_PERSON,
        /** What it asks for, or taking it back, is not possible any more; the result says why. */
        NOT_POSSIBLE,
        /** It is no emergency, or a document is still as that left it. */
        NOT_SUPERSEDED
    }

    /**
     * What came of a decision.
     *
     * @param request as it is now; null where there is none
     * @param result what became of the edits that the decision put in force or took back; null where there were none
     */
    record Decided(
            Outcome outcome,
            @Nullable ReviewRequest request,
            @Nullable EditResult result) {}

    /** The request of a number. */
    Optional<ReviewRequest> request(long number);

    /** Requests in one of some states below a number, newest first. */
    List<ReviewRequest> requests(Set<State> states, long below, int max);

    /**
     * A request that nobody has decided, without its edits.
     *
     * @param who the person or program who asked
     * @param account the account that answers for it
     * @param policy see {@link ReviewRequest#policy()}
     */
    record Open(
            long number,
            String who,
            String account,
            Set<ReviewedMatter> matters,
            @Nullable String policy) {
        public Open {
            matters = Set.copyOf(matters);
        }

        /** Whether an account asked, and so cannot review it. */
        public boolean isOf(String other) {
            return account.equals(other) || who.equals(other);
        }
    }

    /** Every request that nobody has decided, oldest first: few, and asked for often. */
    List<Open> open();

    /** Numbers of the open requests that an account asked for. */
    List<Long> openOf(String account);

    /** Has another account answer for the open requests of one that is given up, so that it can withdraw them, and not approve them. */
    void handOver(String account, String to);

    /** What is reviewed in this installation. */
    Set<ReviewedMatter> matters();

    /**
     * Decides a request. An approval puts its edits in force, of an emergency it takes the flag away; a rejection takes an emergency back, as its maker does who withdraws it;
     * one of which nothing is left, as every document was changed since, can be closed as superseded, which changes nothing.
     * When this returns it is durable, and both happened or none.
     *
     * @param who the person or program who decides
     * @param account the account that answers for it; another one than that which asked, but to withdraw
     */
    Decided decide(long number, Verdict verdict, String who, String account, String reason);
}
