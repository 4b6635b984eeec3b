package io.greenpark.lab.load;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.HdrHistogram.Histogram;

/**
 * A load by a schedule that goes on, on a thread of its own, while other things happen, until it is stopped. What
 * happens is divided into phases: a message belongs to the phase in which it was due, however late it is acknowledged.
 */
public final class SteadyLoad implements AutoCloseable {
    /** A part of the time and how long its messages waited; the histogram is the generator's thread's. */
    private record Phase(String name, long fromNanos, Histogram micros) {}

    private final List<Phase> phases = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Boolean> begun = new CompletableFuture<>();
    private final CompletableFuture<LoadResult> ended = new CompletableFuture<>();
    private volatile boolean over;

    private SteadyLoad() {}

    /**
     * Opens all connections and begins.
     *
     * @param options with a schedule ({@link LoadOptions#every}) and without a warm-up: what is due before the first
     *     {@link #enter} counts nowhere
     * @throws IOException if the server refuses a connection
     */
    public static SteadyLoad start(LoadOptions options, Ledger ledger) throws IOException, InterruptedException {
        if (options.every().isZero()) {
            throw new IllegalArgumentException("a steady load needs a schedule");
        }
        SteadyLoad load = new SteadyLoad();
        new Thread(() -> load.run(options, ledger), "steady-load").start();
        try {
            await(CompletableFuture.anyOf(load.begun, load.ended));
            return load;
        } catch (InterruptedException e) {
            load.over = true;
            throw e;
        }
    }

    private void run(LoadOptions options, Ledger ledger) {
        try {
            ended.complete(LoadGenerator.run(options, new ByPhase(ledger), new BeginAndEnd()));
        } catch (IOException | RuntimeException | Error e) {
            ended.completeExceptionally(e);
        }
    }

    private static <T> T await(CompletableFuture<T> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new CompletionException(e.getCause());
        }
    }

    /** When the load begins and ends. */
    private final class BeginAndEnd implements LoadGenerator.Companion {
        @Override
        public void begun() {
            begun.complete(true);
        }

        @Override
        public boolean over() {
            return over;
        }
    }

    /** Puts the time a message waited to the phase in which it was due. */
    private final class ByPhase implements Ledger {
        private final Ledger ledger;

        private ByPhase(Ledger ledger) {
            this.ledger = ledger;
        }

        @Override
        public void acknowledged(int client, long sequence) {
            ledger.acknowledged(client, sequence);
        }

        @Override
        public void acknowledged(int client, long sequence, long nanos) {
            ledger.acknowledged(client, sequence, nanos);
            long dueNanos = System.nanoTime() - nanos;
            for (int i = phases.size() - 1; i >= 0; i--) {
                if (phases.get(i).fromNanos - dueNanos <= 0) {
                    phases.get(i).micros.recordValue(Math.max(0, nanos / 1_000));
                    return;
                }
            }
        }
    }

    /** From now on messages that become due belong to a phase of this name. */
    public void enter(String phase) {
        phases.add(new Phase(phase, System.nanoTime(), AckLatency.histogram()));
    }

    /**
     * Sends no more and waits for what is still unacknowledged.
     *
     * @throws IOException if the load had failed
     */
    public LoadResult stop() throws IOException, InterruptedException {
        over = true;
        return await(ended);
    }

    /**
     * How long the messages of each phase waited.
     *
     * @throws IllegalStateException before {@link #stop}
     */
    public Map<String, AckLatency> latencies() {
        if (!ended.isDone()) {
            throw new IllegalStateException("the load is still going on");
        }
        Map<String, AckLatency> latencies = new LinkedHashMap<>();
        phases.forEach(p -> latencies.put(p.name, AckLatency.of(p.micros)));
        return latencies;
    }

    /** Ends it, whatever its result. */
    @Override
    public void close() throws InterruptedException {
        over = true;
        try {
            ended.get();
        } catch (ExecutionException e) {
            // It failed while something else did, which the caller learns.
            return;
        }
    }
}
