package io.greenpark.operations.canary;

import io.greenpark.operations.status.CanaryStatus;
import io.greenpark.operations.status.CanaryStatus.Stage;
import io.greenpark.park.registry.Canary;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a probe, follows it until it has arrived or its time is up, pauses, and sends the next: on a thread of its own,
 * one at a time. Each probe signs in again, as a device does. Any thread may ask for the status.
 */
public final class CanaryLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CanaryLoop.class);
    private static final Duration POLL_EVERY = Duration.ofMillis(50);
    private static final long CLOSE_MS = 15_000;

    private final CanaryConfig config;
    private final CanaryDoor door;
    private final Checkpoints checkpoints;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile CanaryStatus status;
    private long sent;
    private long arrived;
    private long missing;

    /** @param door where the canary's device publishes */
    CanaryLoop(CanaryConfig config, CanaryDoor door, Checkpoints checkpoints, Clock clock) {
        this.config = config;
        this.door = door;
        this.checkpoints = checkpoints;
        this.clock = clock;
        this.thread = new Thread(this::run, "canary");
        this.thread.setDaemon(true);
        this.status = new CanaryStatus(config.every(), config.within(), 0, 0, 0, null, null, Map.of(), null);
    }

    public CanaryLoop start() {
        thread.start();
        return this;
    }

    public CanaryStatus status() {
        return status;
    }

    private void run() {
        try {
            do {
                probe();
            } while (!closing.await(config.every().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void probe() throws InterruptedException {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        sent++;
        updateStatus(at, status.lastArrived(), status.stages(), status.problem());
        CanaryRun run = new CanaryRun(checkpoints.stages());
        send(run, at, System.nanoTime());
        if (closing.getCount() > 0) {
            finish(run, at);
        }
    }

    private void finish(CanaryRun run, Instant at) {
        String problem = run.problem(config.within());
        String before = status.problem();
        if (problem == null) {
            arrived++;
        } else {
            missing++;
        }
        if (problem != null && before == null) {
            LOG.atWarn().addKeyValue("component", "canary").log("{}", problem);
        } else if (problem == null && before != null) {
            LOG.info("canary: arrives again");
        }
        updateStatus(at, problem == null ? at : status.lastArrived(), run.stages(), problem);
    }

    private void updateStatus(
            Instant lastSent, @Nullable Instant lastArrived, Map<Stage, Duration> stages, @Nullable String problem) {
        status = new CanaryStatus(
                config.every(), config.within(), sent, arrived, missing, lastSent, lastArrived, stages, problem);
    }

    private void send(CanaryRun run, Instant at, long startNanos) throws InterruptedException {
        try {
            String json = "{\"ts\":" + at.toEpochMilli() + ",\"values\":{\"" + Canary.KEY + "\":" + sent + "}}";
            door.publish("greenpark/" + Canary.DEVICE + "/telemetry", json, config.within());
            run.reached(EnumSet.of(Stage.ACKNOWLEDGED), since(startNanos));
            follow(run, checkpoints.follow(at.toEpochMilli()), startNanos);
        } catch (TimeoutException e) {
            run.failed("no answer");
        } catch (IOException e) {
            run.failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            run.failed(e.toString());
        }
    }

    private void follow(CanaryRun run, Supplier<Set<Stage>> checkpoint, long startNanos) throws InterruptedException {
        while (!run.arrived() && since(startNanos).compareTo(config.within()) < 0) {
            try {
                run.reached(checkpoint.get(), since(startNanos));
            } catch (RuntimeException e) {
                run.failed(e.toString());
            }
            if (!run.arrived() && closing.await(POLL_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private static Duration since(long startNanos) {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        try {
            thread.join(CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
