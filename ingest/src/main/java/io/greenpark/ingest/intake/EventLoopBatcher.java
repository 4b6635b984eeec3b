package io.greenpark.ingest.intake;

import io.greenpark.ingest.admission.ValidatedMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The way of one event loop into the intake. What the loop's connections bring in one round goes into one append, and
 * what was made durable comes back in one hop, however many appends one commit covered. Answers keep the order of
 * arrival, which MQTT demands of acknowledgements (MQTT 5.0, 4.6).
 *
 * <p>Everything here runs on the loop's thread, except {@link #settled}.
 */
public final class EventLoopBatcher {
    /** Beyond this a round is cut, so that no append grows without bound. */
    private static final int MAX_BATCH = 8_192;
    /** About what a value takes in a message. */
    private static final int BYTES_PER_READING = 16;

    private final Intake intake;
    private final Executor loop;
    private final ArrayDeque<IntakeBatch> sent = new ArrayDeque<>();
    private final FairQueue held = new FairQueue();
    private final AtomicBoolean hopping = new AtomicBoolean();
    private IntakeBatch open = new IntakeBatch();
    private boolean flushDue;

    EventLoopBatcher(Intake intake, Executor loop) {
        this.intake = intake;
        this.loop = loop;
    }

    /**
     * Takes a judged message in.
     *
     * @param done told exactly once, later, on this thread, when everything of the message is durable or known not to
     *     be; must not throw
     */
    public void submit(Backpressure backpressure, ValidatedMessage message, Consumer<IntakeResult> done) {
        open.add(backpressure, message, done);
        backpressure.add(message.weight());
        held.brought(backpressure, message.weight());
        if (intake.enter(message.weight()) || backpressure.inFlight() > intake.maxPerConnection()) {
            hold(backpressure, 0);
        }
        if (open.weight() >= MAX_BATCH) {
            flush();
        } else if (!flushDue) {
            flushDue = true;
            loop.execute(this::flushRound);
        }
    }

    /**
     * Whether a connection's bytes may be made readings of. If not, the connection is paused, and resumed when there is
     * room. Without this question each of thousands of connections would come with one more read after the bound.
     *
     * @param bytes how many they are
     */
    public boolean mayRead(Backpressure backpressure, int bytes) {
        if (!backpressure.isPaused() && intake.isFull()) {
            hold(backpressure, bytes / BYTES_PER_READING);
        }
        return !backpressure.isPaused();
    }

    /** Forgets a connection that was closed; messages of it under way are still told. */
    public void closed(Backpressure backpressure) {
        held.forget(backpressure);
    }

    private void flushRound() {
        flushDue = false;
        flush();
    }

    private void flush() {
        if (open.isEmpty()) {
            return;
        }
        IntakeBatch batch = open;
        open = new IntakeBatch();
        sent.add(batch);
        intake.send(batch, this::settled);
    }

    /** A batch is done; on the thread of the log or of the dead letters. */
    private void settled() {
        if (hopping.compareAndSet(false, true)) {
            loop.execute(this::answer);
        }
    }

    private void answer() {
        hopping.set(false);
        List<Backpressure> told = new ArrayList<>();
        while (!sent.isEmpty() && sent.element().isSettled()) {
            IntakeBatch batch = sent.remove();
            intake.leave(batch);
            batch.answer(intake.counters(), told);
        }
        for (Backpressure backpressure : told) {
            backpressure.roundOver();
        }
        release();
    }

    private void hold(Backpressure backpressure, long weight) {
        if (held.hold(backpressure, weight)) {
            backpressure.hold();
            intake.waits(this);
        }
    }

    /** There may be room again; called by the intake through {@link #wake}. */
    private void release() {
        if (held.isEmpty()) {
            return;
        }
        if (!intake.hasRoom()) {
            intake.waits(this);
            return;
        }
        int low = intake.maxPerConnection() / 2;
        // A connection that goes on may bring at once what it had read before, and thereby be held again.
        for (Backpressure backpressure : held.inOrder()) {
            if (intake.isFull()) {
                intake.waits(this);
                return;
            }
            if (backpressure.inFlight() <= low && held.letGo(backpressure)) {
                backpressure.letGo();
            }
        }
    }

    /** Another lane made room; any thread. */
    void wake() {
        loop.execute(this::release);
    }
}
