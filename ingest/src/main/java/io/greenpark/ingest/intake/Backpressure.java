package io.greenpark.ingest.intake;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Backpressure on one connection: slows it down while too much is not durable yet. Extended by the doors. All methods
 * run on the thread of the connection's {@link EventLoopBatcher}.
 */
public abstract class Backpressure {
    /** What of this connection is in flight. Written by {@link InFlight} alone; a field here, as a map would cost more. */
    int inFlight;
    /** How far the connection is in the virtual time of {@link FairQueue}, which alone writes it. */
    long virtualTime;

    /** What was taken in and is not answered yet, in the order of arrival. {@link EventLoopBatcher} alone touches it. */
    final ArrayDeque<IntakeBatch.Submission> unanswered = new ArrayDeque<>(0);

    /** What the connections of its sender share; null as long as nobody has said whose it is. {@link InFlight} alone touches it. */
    @Nullable
    SenderShare share;

    private boolean paused;
    private boolean answeredThisRound;

    /** Stop reading from the connection: too much of it, or of all connections, is not durable yet. */
    protected abstract void pause();

    /** Read again. */
    protected abstract void resume();

    /** Results were delivered; called once after all of a round, the moment to flush acknowledgements. */
    protected abstract void answered();

    /** Whether the intake has paused this connection. */
    public final boolean isPaused() {
        return paused;
    }

    final void pauseOnce() {
        if (!paused) {
            paused = true;
            pause();
        }
    }

    final void resumeOnce() {
        if (paused) {
            paused = false;
            resume();
        }
    }

    /** Marks the connection as answered in this round; true the first time. */
    final boolean markAnswered() {
        boolean first = !answeredThisRound;
        answeredThisRound = true;
        return first;
    }

    final void endRound() {
        answeredThisRound = false;
        answered();
    }
}
