package io.greenpark.ingest.intake;

import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.park.deadletter.DeadLetters;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.quarantine.KeptMessages;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way into the intake and back for the connections of one event loop. In: {@link #submit} adds to a batch, which is
 * appended at the end of the loop's round. Back: {@link #settled} is told by the stores, {@link #answerSettled} answers
 * on the loop, however many batches one commit covered. Answers keep the order of arrival, which MQTT demands of
 * acknowledgements (MQTT 5.0, 4.6).
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
    private final ArrayDeque<IntakeBatch> appended = new ArrayDeque<>();
    private final FairQueue paused = new FairQueue();
    private final AtomicBoolean answerDue = new AtomicBoolean();
    private IntakeBatch filling = new IntakeBatch();
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
        int weight = InFlight.weight(message);
        filling.add(connection, message, weight, done);
        paused.charge(connection, weight);
        if (inFlight.enter(connection, weight)) {
            pause(connection, 0);
        }
        if (filling.weight() >= MAX_BATCH) {
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

    private void flush() {
        if (filling.isEmpty()) {
            return;
        }
        IntakeBatch batch = filling;
        filling = new IntakeBatch();
        appended.add(batch);
        batch.append(log, deadLetters, quarantine, this::settled);
    }

    // Back

    /** A batch is durable or has failed; on a thread of the log or of the dead letters. */
    private void settled() {
        if (answerDue.compareAndSet(false, true)) {
            loop.execute(this::answerSettled);
        }
    }

    private void answerSettled() {
        answerDue.set(false);
        List<Backpressure> answered = new ArrayList<>();
        while (!appended.isEmpty() && appended.element().isSettled()) {
            IntakeBatch batch = appended.remove();
            intake.noteHealth(batch);
            inFlight.leave(batch.weight());
            answer(batch, answered);
        }
        for (Backpressure connection : answered) {
            connection.endRound();
        }
        resumePaused();
    }

    /** Tells every sender, in the order of arrival. */
    private void answer(IntakeBatch batch, List<Backpressure> answered) {
        for (IntakeBatch.Submission submission : batch.submissions()) {
            Backpressure connection = submission.connection();
            inFlight.leave(connection, submission.weight());
            if (connection.markAnswered()) {
                answered.add(connection);
            }
            IntakeResult result = batch.resultOf(submission.message());
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
    }

    // Pausing and resuming

    /**
     * Whether a connection's bytes may be decoded. If not, the connection is paused, and resumed when there is room.
     * Without this question each of thousands of connections would add one more read to what exceeds the bound.
     *
     * @param bytes how many there are
     */
    public boolean mayRead(Backpressure connection, int bytes) {
        if (!connection.isPaused() && inFlight.isFull()) {
            pause(connection, bytes / BYTES_PER_READING);
        }
        return !connection.isPaused();
    }

    /** Forgets a connection that was closed; its messages in flight are still answered. */
    public void closed(Backpressure connection) {
        paused.remove(connection);
    }

    private void pause(Backpressure connection, long weight) {
        if (paused.add(connection, weight)) {
            connection.pauseOnce();
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
            if (inFlight.hasRoom(connection) && paused.resume(connection)) {
                connection.resumeOnce();
            }
        }
    }

    /** Another event loop made room; any thread. */
    void wake() {
        loop.execute(this::resumePaused);
    }
}
