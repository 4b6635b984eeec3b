package io.greenpark.park.registry;

import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryHistory.Source;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Edits of the registry, or another version of a policy, that a second person is to review (经办 and 复核).
 *
 * @param number 1, 2, 3 …
 * @param who the person or program who asks
 * @param account the account that answers for it; the review is another one's
 * @param reason why, in the words of who asks
 * @param matters what of them has to be reviewed
 * @param basedOn number of the change that the edits were made on: where one of the documents changed after it, they cannot be
 *     approved any more
 * @param emergency whether they were put in force before the review
 * @param change number of the change that put them in force; null while they are not
 * @param decision null while there is none
 * @param document the policy that is to be in force, as JSON; {@code basedOn} and {@code change} are versions of it then, {@code matters} says
 *     which, and there are no edits; null for edits
 * @param policy which of the policies of its matter, where that has several: {@code alert-rule/limit-exceeded-2}; null otherwise
 */
public record ReviewRequest(
        long number,
        Instant at,
        String who,
        String account,
        Source source,
        String reason,
        Set<ReviewedMatter> matters,
        List<Edit> edits,
        long basedOn,
        boolean emergency,
        @Nullable Long change,
        @Nullable Decision decision,
        @Nullable String document,
        @Nullable String policy) {
    public ReviewRequest {
        matters = Set.copyOf(matters);
        edits = List.copyOf(edits);
    }

    /** One of edits. */
    public ReviewRequest(
            long number,
            Instant at,
            String who,
            String account,
            Source source,
            String reason,
            Set<ReviewedMatter> matters,
            List<Edit> edits,
            long basedOn,
            boolean emergency,
            @Nullable Long change,
            @Nullable Decision decision) {
        this(
                number, at, who, account, source, reason, matters, edits, basedOn, emergency, change, decision, null,
                null);
    }

    /** Whether it is of a policy, which is of the whole district. */
    public boolean isOfPolicy() {
        return document != null;
    }

    /** How a review ended. */
    public enum Verdict {
        APPROVED,
        /** Turned down; what was in force already was taken back. */
        REJECTED,
        /** Taken back by who asked, before anybody decided; what was in force already was taken back, so that nothing stays that nobody reviewed. */
        WITHDRAWN,
        /** An emergency whose documents were changed since: what it did is neither approved nor there any more to be taken back. */
        SUPERSEDED;

        /** Whether an emergency is not in force any more once this is decided. */
        public boolean takesBack() {
            return this == REJECTED || this == WITHDRAWN;
        }
    }

    /**
     * The end of a review.
     *
     * @param who the person or program who decided
     * @param reason in that one's words
     */
    public record Decision(Verdict verdict, Instant at, String who, String reason) {}

    /** Where a request stands. */
    public enum State {
        /** Not in force; somebody is to decide. */
        WAITING,
        /** An emergency: in force, and flagged until somebody decides. */
        UNREVIEWED,
        APPROVED,
        REJECTED,
        WITHDRAWN,
        SUPERSEDED;

        /** Whether somebody is to decide. */
        public boolean isOpen() {
            return this == WAITING || this == UNREVIEWED;
        }
    }

    public State state() {
        if (decision == null) {
            return emergency ? State.UNREVIEWED : State.WAITING;
        }
        return State.valueOf(decision.verdict().name());
    }
}
