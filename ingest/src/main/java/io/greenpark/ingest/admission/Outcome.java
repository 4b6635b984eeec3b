package io.greenpark.ingest.admission;

import io.greenpark.park.deadletter.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message, told once everything about it is durable.
 *
 * @param reason why nothing was kept; null unless {@link Kind#NOTHING_KEPT}
 * @param detail the sentence for the sender, in English; empty unless nothing was kept or the store is away
 */
public record Outcome(Kind kind, @Nullable RejectReason reason, String detail) {
    static final Outcome ALL_KEPT = new Outcome(Kind.ALL_KEPT, null, "");
    static final Outcome PARTLY_KEPT = new Outcome(Kind.PARTLY_KEPT, null, "");

    /** What a door does about it. */
    public enum Kind {
        /** Acknowledge. */
        ALL_KEPT,
        /** Acknowledge: the rest lies in the dead letters. */
        PARTLY_KEPT,
        /** Answer with the error where the protocol can, else acknowledge the message to its dead letter. */
        NOTHING_KEPT,
        /** Do not acknowledge: nothing is certain, the sender must repeat. */
        UNAVAILABLE
    }

    static Outcome unavailable(String detail) {
        return new Outcome(Kind.UNAVAILABLE, null, detail);
    }

    /** What a durable message came to. */
    static Outcome of(Admitted message) {
        if (message.letters().isEmpty()) {
            return ALL_KEPT;
        }
        if (!message.readings().isEmpty()) {
            return PARTLY_KEPT;
        }
        var first = message.letters().get(0);
        return new Outcome(Kind.NOTHING_KEPT, first.reason(), first.detail().en());
    }
}
