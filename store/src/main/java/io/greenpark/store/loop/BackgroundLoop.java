package io.greenpark.store.loop;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Runs a step over and over on a thread of its own: again at once while there is work, else when woken or after the idle
 * time. A step that throws is tried again with growing pauses; it runs in a transaction, so nothing is lost.
 */
public final class BackgroundLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundLoop.class);

    /** One portion of work in a transaction of its own. */
    @FunctionalInterface
    public interface StepWork {
        /** Returns whether there may be more to do at once. */
        boolean run() throws Exception;
    }

    private final String name;
    private final StepWork work;
    private final LongSupplier lag;
    private final Duration idle;
    private final Backoff backoff;
    private final Clock clock;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wake = lock.newCondition();
    private boolean woken;
    private volatile boolean closed;
    private volatile long lastLag;
    private volatile @Nullable Long failingSinceMs;
    private volatile @Nullable String failure;
    private volatile long failures;
    private volatile boolean started;

    /**
     * @param idle how long to wait without being woken, e.g. one second
     * @param lag how much there is yet to process
     */
    public BackgroundLoop(String name, StepWork work, LongSupplier lag, Duration idle, Clock clock) {
        this(name, work, lag, idle, Backoff.DOUBLING, clock);
    }

    /** For work that follows nothing and so has no lag. */
    public BackgroundLoop(String name, StepWork work, Duration idle, Clock clock) {
        this(name, work, () -> 0, idle, clock);
    }

    /** The same with pauses of its own after failures. */
    public BackgroundLoop(String name, StepWork work, LongSupplier lag, Duration idle, Backoff backoff, Clock clock) {
        this.name = name;
        this.work = work;
        this.lag = lag;
        this.idle = idle;
        this.backoff = backoff;
        this.clock = clock;
        this.thread = new Thread(this::run, "loop-" + name);
    }

    public BackgroundLoop start() {
        thread.start();
        started = true;
        return this;
    }

    /** There is something new. Any thread; returns at once. */
    public void wakeUp() {
        lock.lock();
        try {
            woken = true;
            wake.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * State of the loop. Where the lag cannot be read, that is its failure; the lag is then the last one known, and never 0,
     * which would mean that nothing is left to do.
     */
    public LoopStatus status() {
        boolean running = closed || !started || thread.isAlive();
        try {
            lastLag = lag.getAsLong();
            return new LoopStatus(name, lastLag, failingSinceMs, failure, failures, running);
        } catch (RuntimeException e) {
            Long since = failingSinceMs;
            return new LoopStatus(
                    name, Math.max(1, lastLag), since == null ? clock.millis() : since, words(e), failures, running);
        }
    }

    /** An expected failure speaks for itself; any other is named with its type. */
    private static String words(Throwable e) {
        if (e instanceof ExpectedFailure) {
            return String.valueOf(e.getMessage());
        }
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    }

    private void run() {
        int failed = 0;
        while (!closed) {
            try {
                boolean more = work.run();
                if (failingSinceMs != null) {
                    LOG.info("{} works again", name);
                }
                failingSinceMs = null;
                failure = null;
                failed = 0;
                if (!more) {
                    await(idle, true);
                }
            } catch (InterruptedException e) {
                return;
            } catch (Exception | StackOverflowError e) {
                if (closed) {
                    return;
                }
                note(e);
                try {
                    await(backoff.after(e, ++failed), false);
                } catch (InterruptedException interrupted) {
                    return;
                }
            }
        }
    }

    private void note(Throwable e) {
        if (failingSinceMs == null) {
            failingSinceMs = clock.millis();
            LoggingEventBuilder warning = LOG.atWarn().addKeyValue("reader", name);
            if (e instanceof ExpectedFailure) {
                warning.log("{} tries again later; nothing is lost: {}", name, e.getMessage());
            } else {
                warning.setCause(e).log("{} failed and tries again; nothing is lost", name);
            }
        }
        failures++;
        failure = words(e);
    }

    private void await(Duration longest, boolean wakeable) throws InterruptedException {
        long nanos = longest.toNanos();
        lock.lock();
        try {
            while (nanos > 0 && !closed && !(wakeable && woken)) {
                nanos = wake.awaitNanos(nanos);
            }
            woken = false;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the running step; its transaction commits or rolls back as a whole. */
    @Override
    public void close() {
        closed = true;
        wakeUp();
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(Duration.ofSeconds(5).toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
