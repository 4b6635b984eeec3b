package io.greenpark.ingest.intake;

import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.log.LogUnavailableException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message, told once everything about it is durable.
 *
 * @param reason why nothing was stored; null unless {@link Status#REJECTED}
 * @param detail the sentence for the sender, in English: which keys were refused and why, or that the stores are
 *     unavailable; empty if everything is stored
 */
public record IntakeResult(Status status, @Nullable RejectReason reason, String detail) {
    static final IntakeResult STORED = new IntakeResult(Status.STORED, null, "");

    /** What a door does about it. */
    public enum Status {
        /** Acknowledge. */
        STORED,
        /** Acknowledge, and say what was refused where the protocol can: it is in the dead letters. */
        PARTLY_STORED,
        /** Answer with the error where the protocol can, else acknowledge: the message is in the dead letters. */
        REJECTED,
        /** Do not acknowledge: nothing is certain, the sender must repeat. */
        UNAVAILABLE
    }

    static IntakeResult durable(ValidatedMessage message) {
        if (message.deadLetters().isEmpty()) {
            return STORED;
        }
        String detail = RefusalSummary.of(message);
        return message.readings().isEmpty()
                ? new IntakeResult(Status.REJECTED, message.deadLetters().get(0).reason(), detail)
                : new IntakeResult(Status.PARTLY_STORED, null, detail);
    }

    static IntakeResult unavailable(Throwable failure) {
        return new IntakeResult(Status.UNAVAILABLE, null, sentence(failure));
    }

    /** A failure of the stores in words a sender may see. */
    static String sentence(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String why = cause instanceof LogUnavailableException ? ": " + cause.getMessage() : "";
        return "the message could not be made durable and was not taken" + why + "; send it again";
    }
}
