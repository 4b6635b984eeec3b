package io.greenpark.lab.machine;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Something that goes on in a thread of its own until it is stopped; why it failed is kept for who stops it. */
public final class BackgroundTask implements AutoCloseable {
    private final Thread thread;
    private volatile @Nullable IOException failure;

    private BackgroundTask(String name, Action action) {
        thread = new Thread(() -> run(action), name);
    }

    /** What goes on; ends when it is interrupted. */
    @FunctionalInterface
    public interface Action {
        void run() throws IOException, InterruptedException;
    }

    public static BackgroundTask start(String name, Action action) {
        BackgroundTask task = new BackgroundTask(name, action);
        task.thread.start();
        return task;
    }

    private void run(Action action) {
        try {
            action.run();
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @throws IOException if it has failed */
    public void check() throws IOException {
        IOException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }

    /** Ends it; a failure is not reported. */
    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
