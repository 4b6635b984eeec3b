package io.greenpark.ingest.intake;

/**
 * One connection as the intake sees it: what of it is under way, and how to slow it down. Extended by the doors. All
 * methods run on the thread of the connection's {@link EventLoopBatcher}.
 */
public abstract class Backpressure {
    private int inFlight;
    private boolean paused;
    private boolean touched;
    private long turn;

    /** Stop reading from the connection: too much of it, or of all together, is not durable yet. */
    protected abstract void pause();

    /** Read on. */
    protected abstract void resume();

    /** Outcomes were delivered; called once after all of one round, the moment to flush the acknowledgements. */
    protected abstract void answered();

    /** Whether the intake has stopped this connection. */
    public final boolean isPaused() {
        return paused;
    }

    final int inFlight() {
        return inFlight;
    }

    final void add(int weight) {
        inFlight += weight;
    }

    /** Where it stands in the order of {@link FairQueue}. */
    final long turn() {
        return turn;
    }

    final void turn(long next) {
        turn = next;
    }

    /** Marks the flow as answered in this round; true the first time. */
    final boolean touch() {
        boolean first = !touched;
        touched = true;
        return first;
    }

    final void roundOver() {
        touched = false;
        answered();
    }

    final void hold() {
        if (!paused) {
            paused = true;
            pause();
        }
    }

    final void letGo() {
        if (paused) {
            paused = false;
            resume();
        }
    }
}
