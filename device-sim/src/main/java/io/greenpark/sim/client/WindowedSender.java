package io.greenpark.sim.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What senders have in common: messages wait in order, a bounded number of them is in flight, and after a failure for good
 * all fail. State is touched on the sender's own thread only; callbacks of libraries hop there.
 */
abstract class WindowedSender implements Sender {
    final Deque<Outbound> waiting = new ArrayDeque<>();
    final Set<Outbound> inFlight = new LinkedHashSet<>();
    final AtomicLong repeated = new AtomicLong();
    final Silence silence;
    final ScheduledExecutorService thread;
    private final int window;
    private final SenderException closed;
    private @Nullable SenderException failure;

    /**
     * @param title what is closed, for messages
     * @param window how many messages may be unacknowledged at a time
     */
    WindowedSender(String threadName, String title, int window, RetryTimeout retryTimeout) {
        this.window = window;
        this.closed = new SenderException(title + " is closed");
        this.silence = new Silence(retryTimeout, System::nanoTime);
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread t = new Thread(task, threadName);
            t.setDaemon(true);
            return t;
        });
    }

    @Override
    public final CompletionStage<Void> send(String path, String json) {
        Outbound message = new Outbound(path, json);
        if (!onThread(() -> accept(message))) {
            message.done.completeExceptionally(closed);
        }
        return message.done;
    }

    private void accept(Outbound message) {
        if (failure != null) {
            message.done.completeExceptionally(failure);
            return;
        }
        waiting.add(message);
        sendWaiting();
    }

    /** Sends what waits, as far as {@link #hasRoom}. */
    abstract void sendWaiting();

    /** Whether another message may go out and one is waiting. */
    final boolean hasRoom() {
        return failure == null && inFlight.size() < window && !waiting.isEmpty();
    }

    final boolean hasFailed() {
        return failure != null;
    }

    /** Fails everything, now and from now on. */
    void giveUp(SenderException cause) {
        failure = cause;
        inFlight.forEach(m -> m.done.completeExceptionally(cause));
        waiting.forEach(m -> m.done.completeExceptionally(cause));
        inFlight.clear();
        waiting.clear();
    }

    /** Why messages fail once the sender is closed. */
    final SenderException closed() {
        return closed;
    }

    /** False once the sender is closed. */
    final boolean onThread(Runnable task) {
        try {
            thread.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    @Override
    public final long repeated() {
        return repeated.get();
    }
}
