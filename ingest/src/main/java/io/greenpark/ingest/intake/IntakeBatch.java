package io.greenpark.ingest.intake;

import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.DeadLetters;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages of one round of an event loop: one append to the log and one to the dead letters. Filled and answered on
 * the lane's thread; settled by the threads of log and dead letters, in between never touched.
 */
final class IntakeBatch {
    /** A message and whom to tell. */
    private record Entry(Backpressure backpressure, ValidatedMessage message, Consumer<IntakeResult> done) {}

    private static final Logger LOG = LoggerFactory.getLogger(IntakeBatch.class);

    private final List<Entry> entries = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private final List<DeadLetter> letters = new ArrayList<>();
    private final AtomicInteger waitingFor = new AtomicInteger(1);
    private volatile @Nullable Throwable logFailure;
    private volatile @Nullable Throwable letterFailure;
    private int weight;

    void add(Backpressure backpressure, ValidatedMessage message, Consumer<IntakeResult> done) {
        entries.add(new Entry(backpressure, message, done));
        readings.addAll(message.readings());
        letters.addAll(message.letters());
        weight += message.weight();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    boolean hasReadings() {
        return !readings.isEmpty();
    }

    int weight() {
        return weight;
    }

    /** Hands everything over; {@code settled} is called by the thread that completes the last part. */
    void send(TelemetryLog log, DeadLetters deadLetters, Runnable settled) {
        if (!readings.isEmpty()) {
            waitingFor.incrementAndGet();
            start(() -> log.append(readings)).whenComplete((position, failure) -> {
                logFailure = failure;
                partDone(settled);
            });
        }
        if (!letters.isEmpty()) {
            waitingFor.incrementAndGet();
            start(() -> deadLetters.append(letters)).whenComplete((nothing, failure) -> {
                letterFailure = failure;
                partDone(settled);
            });
        }
        partDone(settled);
    }

    /** A store that is already closed refuses by throwing; that is the same to the sender. */
    private static <T> CompletionStage<T> start(Supplier<CompletionStage<T>> append) {
        try {
            return append.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void partDone(Runnable settled) {
        if (waitingFor.decrementAndGet() == 0) {
            settled.run();
        }
    }

    boolean isSettled() {
        return waitingFor.get() == 0;
    }

    @Nullable
    Throwable failure() {
        return logFailure == null ? letterFailure : logFailure;
    }

    /** Tells every sender, in the order of arrival, and notes the flows that were told. */
    void answer(IntakeCounters counters, List<Backpressure> told) {
        for (Entry entry : entries) {
            ValidatedMessage message = entry.message();
            entry.backpressure().add(-message.weight());
            if (entry.backpressure().touch()) {
                told.add(entry.backpressure());
            }
            Throwable failure = failureOf(message);
            if (failure == null) {
                counters.count(message);
                tell(entry, IntakeResult.of(message));
            } else {
                tell(entry, IntakeResult.unavailable(Intake.sentence(failure)));
            }
        }
    }

    /** A door that fails to answer one sender must not cost the others their answers. */
    private static void tell(Entry entry, IntakeResult outcome) {
        try {
            entry.done().accept(outcome);
        } catch (RuntimeException e) {
            LOG.error("a door failed while answering a message", e);
        }
    }

    private @Nullable Throwable failureOf(ValidatedMessage message) {
        if (logFailure != null && !message.readings().isEmpty()) {
            return logFailure;
        }
        return message.letters().isEmpty() ? null : letterFailure;
    }
}
