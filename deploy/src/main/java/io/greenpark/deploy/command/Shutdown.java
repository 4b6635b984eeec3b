package io.greenpark.deploy.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * SIGTERM and Ctrl-C for a command in the foreground. Open it first and close it last: the process ends only when
 * everything opened after it is closed.
 */
final class Shutdown implements AutoCloseable {
    private static final long TIMEOUT_S = 60;

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Object lock = new Object();
    private @Nullable Thread busy;

    /** InterruptibleWork that may be interrupted. */
    @FunctionalInterface
    interface InterruptibleWork {
        void run() throws InterruptedException;
    }

    private Shutdown() {}

    static Shutdown listen() {
        Shutdown shutdown = new Shutdown();
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::hook, "shutdown"));
        return shutdown;
    }

    private void hook() {
        request();
        try {
            if (!closed.await(TIMEOUT_S, TimeUnit.SECONDS)) {
                System.err.println("greenpark: not everything was closed within " + TIMEOUT_S
                        + " s; what was acknowledged is kept all the same");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Requests the end of the process. */
    void request() {
        requested.countDown();
        synchronized (lock) {
            if (busy != null) {
                busy.interrupt();
            }
        }
    }

    /** Runs long work on the calling thread, interrupted when the end is requested; false if it was. */
    boolean runUnlessRequested(InterruptibleWork work) {
        synchronized (lock) {
            busy = Thread.currentThread();
        }
        try {
            if (requested.getCount() > 0) {
                work.run();
                return true;
            }
        } catch (InterruptedException e) {
            if (requested.getCount() > 0) {
                throw new IllegalStateException("only a request to end interrupts", e);
            }
        } finally {
            synchronized (lock) {
                busy = null;
                // A request after the work is done must not interrupt what follows.
                Thread.interrupted();
            }
        }
        return false;
    }

    /** Returns when the end is requested. */
    void await() throws InterruptedException {
        requested.await();
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
