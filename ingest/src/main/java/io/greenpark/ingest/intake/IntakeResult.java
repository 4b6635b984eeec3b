package io.greenpark.ingest.intake;

import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.park.deadletter.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message, told once everything about it is durable.
 *
 * @param reason why nothing was kept; null unless {@link Status#NOTHING_KEPT}
 * @param detail the sentence for the sender, in English; empty unless nothing was kept or the store is away
 */
public record IntakeResult(Status kind, @Nullable RejectReason reason, String detail) {
    static final IntakeResult ALL_KEPT = new IntakeResult(Status.ALL_KEPT, null, "");
    static final IntakeResult PARTLY_KEPT = new IntakeResult(Status.PARTLY_KEPT, null, "");

    /** What a door does about it. */
    public enum Status {
        /** Acknowledge. */
        ALL_KEPT,
        /** Acknowledge: the rest lies in the dead letters. */
        PARTLY_KEPT,
        /** Answer with the error where the protocol can, else acknowledge the message to its dead letter. */
        NOTHING_KEPT,
        /** Do not acknowledge: nothing is certain, the sender must repeat. */
        UNAVAILABLE
    }

    static IntakeResult unavailable(String detail) {
        return new IntakeResult(Status.UNAVAILABLE, null, detail);
    }

    /** What a durable message came to. */
    static IntakeResult of(ValidatedMessage message) {
        if (message.letters().isEmpty()) {
            return ALL_KEPT;
        }
        if (!message.readings().isEmpty()) {
            return PARTLY_KEPT;
        }
        var first = message.letters().get(0);
        return new IntakeResult(
                Status.NOTHING_KEPT, first.reason(), first.detail().en());
    }
}
