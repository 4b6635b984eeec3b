package io.greenpark.ingest.intake;

import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.DeadLetters;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.quarantine.KeptMessage;
import io.greenpark.park.quarantine.KeptMessages;
import io.greenpark.park.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Messages of one round of an event loop, of all connections or of one that brings refusals: one append to the log, one to the dead letters and
 * one to what waits to be claimed. Filled and read on the thread of its {@link EventLoopBatcher}; settled by the threads of log and dead
 * letters; not touched in between.
 */
final class IntakeBatch {
    /** A message and who is told about it. */
    record Submission(
            IntakeBatch batch,
            Backpressure connection,
            ValidatedMessage message,
            int weight,
            Consumer<IntakeResult> done) {
        IntakeResult result() {
            return batch.resultOf(message);
        }
    }

    private final List<Submission> submissions = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final List<KeptMessage> kept = new ArrayList<>();
    private final AtomicInteger pendingParts = new AtomicInteger(1);
    private volatile @Nullable Throwable logFailure;
    private volatile @Nullable Throwable deadLetterFailure;
    private volatile @Nullable Throwable keptFailure;
    private int weight;

    Submission add(Backpressure connection, ValidatedMessage message, int messageWeight, Consumer<IntakeResult> done) {
        Submission submission = new Submission(this, connection, message, messageWeight, done);
        submissions.add(submission);
        readings.addAll(message.readings());
        deadLetters.addAll(message.deadLetters());
        kept.addAll(message.kept());
        weight += messageWeight;
        return submission;
    }

    boolean isEmpty() {
        return submissions.isEmpty();
    }

    /** The messages in the order of arrival. */
    List<Submission> submissions() {
        return submissions;
    }

    boolean hasReadings() {
        return !readings.isEmpty();
    }

    int weight() {
        return weight;
    }

    /** Hands everything to the stores; {@code settled} is called by the thread that completes the last part. */
    void append(TelemetryLog log, DeadLetters store, KeptMessages quarantine, Runnable settled) {
        if (!readings.isEmpty()) {
            pendingParts.incrementAndGet();
            start(() -> log.append(readings)).whenComplete((position, failure) -> {
                logFailure = failure;
                partDone(settled);
            });
        }
        if (!deadLetters.isEmpty()) {
            pendingParts.incrementAndGet();
            start(() -> store.append(deadLetters)).whenComplete((nothing, failure) -> {
                deadLetterFailure = failure;
                partDone(settled);
            });
        }
        if (!kept.isEmpty()) {
            pendingParts.incrementAndGet();
            start(() -> quarantine.append(kept)).whenComplete((nothing, failure) -> {
                keptFailure = failure;
                partDone(settled);
            });
        }
        partDone(settled);
    }

    /** A store that is already closed refuses by throwing; to the sender that is the same failure. */
    private static <T> CompletionStage<T> start(Supplier<CompletionStage<T>> append) {
        try {
            return append.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void partDone(Runnable settled) {
        if (pendingParts.decrementAndGet() == 0) {
            settled.run();
        }
    }

    boolean isSettled() {
        return pendingParts.get() == 0;
    }

    /** Why something of the batch is not durable; null if all of it is. */
    @Nullable
    Throwable failure() {
        if (logFailure != null) {
            return logFailure;
        }
        return deadLetterFailure == null ? keptFailure : deadLetterFailure;
    }

    /** What became of one message of the batch, once that is settled. */
    private IntakeResult resultOf(ValidatedMessage message) {
        Throwable failure = null;
        if (logFailure != null && !message.readings().isEmpty()) {
            failure = logFailure;
        } else if (!message.deadLetters().isEmpty()) {
            failure = deadLetterFailure;
        }
        if (failure == null && !message.kept().isEmpty()) {
            failure = keptFailure;
        }
        return failure == null ? IntakeResult.durable(message) : IntakeResult.unavailable(failure);
    }
}
