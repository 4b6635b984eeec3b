package io.greenpark.ingest.intake;

import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.park.deadletter.DeadLetters;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.quarantine.KeptMessages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way into the intake and back for the connections of one event loop. In: {@link #submit} adds to a batch, which is
 * appended at the end of the loop's round. Back: {@link #settled} is told by the stores, {@link #answerSettled} answers
 * on the loop, however many batches one commit covered. Answers to a connection keep the order of arrival, which MQTT demands
 * of acknowledgements (MQTT 5.0, 4.6). What a connection brings that is refused or waits to be claimed is a batch of its own: no
 * other connection waits until the one writer of refusals has come to it.
 *
 * <p>Everything here runs on the loop's thread, except {@link #settled} and {@link #wake}.
 */
public final class EventLoopBatcher {
    private static final Logger LOG = LoggerFactory.getLogger(EventLoopBatcher.class);

    /** Beyond this weight a batch is appended before the round ends, so that no append grows without bound. */
    private static final int MAX_BATCH = 8_192;
    /** About what a value takes in a message. */
    private static final int BYTES_PER_READING = 16;

    private final Intake intake;
    private final TelemetryLog log;
    private final DeadLetters deadLetters;
    private final KeptMessages quarantine;
    private final InFlight inFlight;
    private final Executor loop;
    private final ConcurrentLinkedQueue<IntakeBatch> settled = new ConcurrentLinkedQueue<>();
    private final FairQueue paused = new FairQueue();
    private final AtomicBoolean answerDue = new AtomicBoolean();
    /** What nothing is refused of, by all connections. */
    private IntakeBatch filling = new IntakeBatch();
    /** What something is refused of, by connection. */
    private final Map<Backpressure, IntakeBatch> refused = new LinkedHashMap<>();

    private int weight;
    private boolean flushDue;

    EventLoopBatcher(
            Intake intake,
            TelemetryLog log,
            DeadLetters deadLetters,
            KeptMessages quarantine,
            InFlight inFlight,
            Executor loop) {
        this.quarantine = quarantine;
        this.intake = intake;
        this.log = log;
        this.deadLetters = deadLetters;
        this.inFlight = inFlight;
        this.loop = loop;
    }

    // In

    /**
     * Takes a validated message in.
     *
     * @param done told exactly once, later, on this thread, when everything of the message is durable or known not to
     *     be; must not throw
     */
    public void submit(Backpressure connection, ValidatedMessage message, Consumer<IntakeResult> done) {
        int own = InFlight.weight(message);
        connection.unanswered.add(batch(connection, message).add(connection, message, own, done));
        weight += own;
        paused.charge(connection, own);
        if (inFlight.enter(connection, own, InFlight.isRefused(message))) {
            pause(connection, 0);
        }
        if (weight >= MAX_BATCH) {
            flush();
        } else if (!flushDue) {
            flushDue = true;
            loop.execute(this::flushRound);
        }
    }

    private void flushRound() {
        flushDue = false;
        flush();
    }

    private IntakeBatch batch(Backpressure connection, ValidatedMessage message) {
        return InFlight.isRefused(message) ? refused.computeIfAbsent(connection, its -> new IntakeBatch()) : filling;
    }

    private void flush() {
        weight = 0;
        if (!filling.isEmpty()) {
            IntakeBatch batch = filling;
            filling = new IntakeBatch();
            append(batch);
        }
        if (!refused.isEmpty()) {
            List<IntakeBatch> batches = List.copyOf(refused.values());
            refused.clear();
            batches.forEach(this::append);
        }
    }

    private void append(IntakeBatch batch) {
        batch.append(log, deadLetters, quarantine, () -> settled(batch));
    }

    // Back

    /** A batch is durable or has failed; on a thread of the log or of the dead letters. */
    private void settled(IntakeBatch batch) {
        settled.add(batch);
        if (answerDue.compareAndSet(false, true)) {
            loop.execute(this::answerSettled);
        }
    }

    private void answerSettled() {
        answerDue.set(false);
        List<Backpressure> answered = new ArrayList<>();
        int left = 0;
        IntakeBatch batch;
        while ((batch = settled.poll()) != null) {
            intake.noteHealth(batch);
            for (IntakeBatch.Submission submission : batch.submissions()) {
                left += answer(submission.connection(), answered);
            }
        }
        if (left > 0) {
            inFlight.leave(left);
        }
        for (Backpressure connection : answered) {
            connection.endRound();
        }
        resumePaused();
    }

    /** Tells a connection of all that is settled and has nothing before it that is not; what that weighs. */
    private int answer(Backpressure connection, List<Backpressure> answered) {
        int left = 0;
        while (!connection.unanswered.isEmpty()
                && connection.unanswered.element().batch().isSettled()) {
            IntakeBatch.Submission submission = connection.unanswered.remove();
            left += submission.weight();
            inFlight.leave(connection, submission.weight(), InFlight.isRefused(submission.message()));
            if (connection.markAnswered()) {
                answered.add(connection);
            }
            IntakeResult result = submission.result();
            if (result.status() != IntakeResult.Status.UNAVAILABLE) {
                intake.counters().count(submission.message());
            }
            try {
                submission.done().accept(result);
            } catch (RuntimeException e) {
                // A door that fails to answer one sender must not cost the others their answers.
                LOG.error("a door failed while answering a message", e);
            }
        }
        return left;
    }

    // Pausing and resuming

    /**
     * Whether a connection's bytes may be decoded. If not, the connection is paused, and resumed when there is room.
     * Without this question each of thousands of connections would add one more read to what exceeds the bound.
     *
     * @param bytes how many there are
     */
    public boolean mayRead(Backpressure connection, int bytes) {
        if (!connection.isPaused() && (inFlight.isFull() || inFlight.isFull(connection))) {
            pause(connection, bytes / BYTES_PER_READING);
        }
        return !connection.isPaused();
    }

    /**
     * Says whose connection it is, once, when that is proved: what is refused of a sender is bounded over all its connections.
     *
     * @param sender the same name for all connections of one sender
     */
    public void signedIn(Backpressure connection, String sender) {
        inFlight.join(connection, sender);
    }

    /** Forgets a connection that was closed; its messages in flight are still answered. */
    public void closed(Backpressure connection) {
        inFlight.closed(connection);
        paused.remove(connection);
    }

    private void pause(Backpressure connection, long weight) {
        if (paused.add(connection, weight)) {
            connection.pauseOnce();
            // Its sender may have room again by what another event loop answers.
            inFlight.hasRoom(connection, this);
            inFlight.awaitRoom(this);
        }
    }

    private void resumePaused() {
        if (paused.isEmpty()) {
            return;
        }
        if (!inFlight.hasRoom()) {
            inFlight.awaitRoom(this);
            return;
        }
        // A connection that resumes may bring at once what it had read before, and be paused again for it.
        for (Backpressure connection : paused.inOrder()) {
            if (inFlight.isFull()) {
                inFlight.awaitRoom(this);
                return;
            }
            if (inFlight.hasRoom(connection, this) && paused.resume(connection)) {
                connection.resumeOnce();
            }
        }
    }

    /** Another event loop made room; any thread. */
    void wake() {
        loop.execute(this::resumePaused);
    }
}
