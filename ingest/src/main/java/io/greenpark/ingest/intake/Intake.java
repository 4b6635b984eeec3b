package io.greenpark.ingest.intake;

import io.greenpark.park.deadletter.DeadLetters;
import io.greenpark.park.log.LogUnavailableException;
import io.greenpark.park.log.TelemetryLog;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes judged messages durable and tells their doors afterwards. Each event loop (or any other single thread) gets a
 * {@link EventLoopBatcher} of its own; what is under way is bounded in all and per connection, and connections beyond the
 * bounds are asked to {@linkplain Backpressure#pause pause}. The bound of one connection is soft by what one read of its socket
 * holds; the bound of all is soft by one such read a lane, for a door asks {@link EventLoopBatcher#mayRead} before it reads.
 */
public final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final TelemetryLog log;
    private final DeadLetters deadLetters;
    private final IntakeConfig config;
    private final IntakeCounters counters = new IntakeCounters();
    private final AtomicLong inFlight = new AtomicLong();
    private final ConcurrentLinkedQueue<EventLoopBatcher> waiting = new ConcurrentLinkedQueue<>();
    private volatile @Nullable String trouble;

    private Intake(TelemetryLog log, DeadLetters deadLetters, IntakeConfig config) {
        this.log = log;
        this.deadLetters = deadLetters;
        this.config = config;
    }

    /** An intake into these stores; their owner closes them after all doors are closed. */
    public static Intake create(TelemetryLog log, DeadLetters deadLetters, IntakeConfig config) {
        return new Intake(log, deadLetters, config);
    }

    /**
     * A lane for one thread.
     *
     * @param loop runs tasks later on that very thread, in order, after what is running now
     */
    public EventLoopBatcher batcher(Executor loop) {
        return new EventLoopBatcher(this, loop);
    }

    public IntakeCounters counters() {
        return counters;
    }

    /** Readings and refusals not yet durable, in all. */
    public long inFlight() {
        return inFlight.get();
    }

    /** How many there may be in all before connections are held back. */
    public long maxInFlight() {
        return config.maxInFlight();
    }

    /** Why nothing can be made durable at present, in words; null while all is well. */
    public @Nullable String trouble() {
        return trouble;
    }

    int maxPerConnection() {
        return config.maxInFlightPerConnection();
    }

    /** Counts in; true if the sender should pause. */
    boolean enter(int weight) {
        return inFlight.addAndGet(weight) > config.maxInFlight();
    }

    /** Whether the bound of all is passed: nothing more should be judged now. */
    boolean isFull() {
        return inFlight.get() > config.maxInFlight();
    }

    /** Whether there is room for more; a door that cannot pause its senders turns them away while there is none. */
    public boolean hasRoom() {
        return inFlight.get() <= config.maxInFlight() / 2;
    }

    void send(IntakeBatch batch, Runnable settled) {
        batch.send(log, deadLetters, settled);
    }

    /** Counts out what is settled and wakes lanes that wait for room. */
    void leave(IntakeBatch batch) {
        inFlight.addAndGet(-batch.weight());
        note(batch);
        if (hasRoom()) {
            EventLoopBatcher batcher;
            while ((batcher = waiting.poll()) != null) {
                batcher.wake();
            }
        }
    }

    /** The lane holds connections back; it is woken when there is room, at once if there is some now. */
    void waits(EventLoopBatcher batcher) {
        if (!waiting.contains(batcher)) {
            waiting.add(batcher);
        }
        if (hasRoom() && waiting.remove(batcher)) {
            batcher.wake();
        }
    }

    private void note(IntakeBatch batch) {
        Throwable failure = batch.failure();
        String before = trouble;
        if (failure != null) {
            trouble = sentence(failure);
            if (before == null) {
                LOG.atWarn()
                        .addKeyValue("component", "intake")
                        .addKeyValue("reason", trouble)
                        .log("nothing is acknowledged: {}", trouble);
            }
        } else if (before != null && batch.hasReadings()) {
            trouble = null;
            LOG.info("messages are made durable and acknowledged again");
        }
    }

    /** A failure in words a sender may see. */
    static String sentence(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String why = cause instanceof LogUnavailableException ? ": " + cause.getMessage() : "";
        return "the message could not be made durable and was not taken" + why + "; send it again";
    }
}
