package io.greenpark.ingest.intake;

import io.greenpark.park.deadletter.DeadLetters;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.quarantine.KeptMessage;
import io.greenpark.park.quarantine.KeptMessages;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes validated messages durable and tells their doors afterwards. Each event loop (or any other single thread) gets an
 * {@link EventLoopBatcher} of its own, which is the way in and back. What is in flight is bounded in all and per
 * connection, and connections beyond the bounds are asked to {@linkplain Backpressure#pause pause}. The bound of one
 * connection is soft by what one read of its socket holds; the bound of all is soft by one such read per event loop, for
 * a door asks {@link EventLoopBatcher#mayRead} before it decodes.
 */
public final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final TelemetryLog log;
    private final DeadLetters deadLetters;
    private final KeptMessages quarantine;
    private final InFlight inFlight;
    private final IntakeCounters counters = new IntakeCounters();
    private volatile @Nullable String trouble;

    private Intake(TelemetryLog log, DeadLetters deadLetters, KeptMessages quarantine, IntakeConfig config) {
        this.quarantine = quarantine;
        this.log = log;
        this.deadLetters = deadLetters;
        this.inFlight = new InFlight(config);
    }

    /** An intake of doors that keep nothing of what the registry does not know; else as the other. */
    public static Intake create(TelemetryLog log, DeadLetters deadLetters, IntakeConfig config) {
        return create(log, deadLetters, Intake::keepsNothing, config);
    }

    private static CompletionStage<Void> keepsNothing(List<KeptMessage> messages) {
        throw new IllegalStateException("this intake has no place for what waits to be claimed");
    }

    /** An intake into these stores; their owner closes them after all doors are closed. */
    public static Intake create(
            TelemetryLog log, DeadLetters deadLetters, KeptMessages quarantine, IntakeConfig config) {
        return new Intake(log, deadLetters, quarantine, config);
    }

    /**
     * The batcher of one thread.
     *
     * @param loop runs tasks later on that very thread, in order, after what is running now
     */
    public EventLoopBatcher batcher(Executor loop) {
        return new EventLoopBatcher(this, log, deadLetters, quarantine, inFlight, loop);
    }

    public IntakeCounters counters() {
        return counters;
    }

    /** Readings and refusals not yet durable, in all. */
    public long inFlight() {
        return inFlight.total();
    }

    /** How many there may be in all before connections are paused. */
    public long maxInFlight() {
        return inFlight.max();
    }

    /** Whether there is room for more; a door that cannot pause its senders turns them away while there is none. */
    public boolean hasRoom() {
        return inFlight.hasRoom();
    }

    /** Why nothing can be made durable at present, in words; null while all is well. */
    public @Nullable String trouble() {
        return trouble;
    }

    /** Notes whether the stores take what is appended; any batcher's thread. */
    void noteHealth(IntakeBatch batch) {
        Throwable failure = batch.failure();
        String before = trouble;
        if (failure != null) {
            trouble = IntakeResult.sentence(failure);
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
}
