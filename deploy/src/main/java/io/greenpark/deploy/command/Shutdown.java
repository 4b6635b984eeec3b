package io.greenpark.deploy.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * SIGTERM and Ctrl-C for a command in the foreground. Open it first and close it last: the process ends only when
 * everything opened after it is closed.
 */
final class Shutdown implements AutoCloseable {
    private static final long LONGEST_S = 60;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Object lock = new Object();
    private @Nullable Thread busy;

    /** Work that waits in between. */
    @FunctionalInterface
    interface Work {
        void run() throws InterruptedException;
    }

    private Shutdown() {}

    static Shutdown listen() {
        Shutdown shutdown = new Shutdown();
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::hook, "shutdown"));
        return shutdown;
    }

    private void hook() {
        ask();
        try {
            if (!closed.await(LONGEST_S, TimeUnit.SECONDS)) {
                System.err.println("greenpark: not everything was closed within " + LONGEST_S
                        + " s; what was acknowledged is kept all the same");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks the process to end. */
    void ask() {
        asked.countDown();
        synchronized (lock) {
            if (busy != null) {
                busy.interrupt();
            }
        }
    }

    /** Long work of the calling thread, interrupted when the process is asked to end; false if it was. */
    boolean unlessAsked(Work work) {
        synchronized (lock) {
            busy = Thread.currentThread();
        }
        try {
            if (asked.getCount() > 0) {
                work.run();
                return true;
            }
        } catch (InterruptedException e) {
            if (asked.getCount() > 0) {
                throw new IllegalStateException("only a request to end interrupts", e);
            }
        } finally {
            synchronized (lock) {
                busy = null;
                // A request that came too late for the work must not interrupt what follows.
                Thread.interrupted();
            }
        }
        return false;
    }

    /** Returns when the process is asked to end. */
    void await() throws InterruptedException {
        asked.await();
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
