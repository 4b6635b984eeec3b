package io.greenpark.deploy.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * SIGTERM and Ctrl-C for a command in the foreground. Open it first and close it last: the process ends only when
 * everything opened after it is closed.
 */
final class Shutdown implements AutoCloseable {
    private static final long LONGEST_S = 60;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private Shutdown() {}

    static Shutdown listen() {
        Shutdown shutdown = new Shutdown();
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::hook, "shutdown"));
        return shutdown;
    }

    private void hook() {
        asked.countDown();
        try {
            if (!closed.await(LONGEST_S, TimeUnit.SECONDS)) {
                System.err.println("greenpark: not everything was closed within " + LONGEST_S
                        + " s; what was acknowledged is kept all the same");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
