package io.greenpark.influx;

import io.greenpark.influx.Answer.WriteOutcome;
import io.greenpark.influx.Batch.RequestBody;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends batches by several workers at once and settles them in the order in which they were sent: while the server works
 * on one, the next is built. Each worker sends one shard of every batch, one request after the other, searching for bad
 * lines included; a point is always in the same shard, so that of two values of one (point, time) the later one counts.
 * One thread sends and settles; workers are threads of their own.
 *
 * @param <T> where the lines of a batch come from
 */
final class Pipeline<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
    private static final int MAX_IN_FLIGHT = 2;
    private static final long CLOSE_SECONDS = 5;

    private final Function<String, Answer> server;
    private final Function<Answer, InfluxFailure> failure;
    private final AdaptiveRate rate;
    private final RequestTurns turns;
    private final Suspects suspects = new Suspects();
    private final List<ExecutorService> workers = new ArrayList<>();
    private final Deque<InFlightBatch<T>> inFlight = new ArrayDeque<>();
    private volatile @Nullable InfluxFailure broken;

    private record InFlightBatch<T>(T origin, List<Future<ShardResult>> shards) {}

    /**
     * What became of a shard of a batch.
     *
     * @param failure why its last request, or those that were not even sent, must go again; null if every line of the shard
     *     has its answer
     */
    private record ShardResult(
            List<AnsweredRequest> requests, @Nullable InfluxFailure failure) {}

    private record AnsweredRequest(RequestBody body, Answer answer, Duration took, List<RefusedLine> refused) {}

    /** A batch of which every line has its answer. */
    record SettledBatch<T>(T origin, List<RefusedLine> refused) {}

    /**
     * @param server sends lines and returns the answer; called by several threads
     * @param failure what to throw when an answer says that the server cannot write now
     * @param turns shared with all others that write to the server
     */
    Pipeline(
            Function<String, Answer> server,
            Function<Answer, InfluxFailure> failure,
            AdaptiveRate rate,
            RequestTurns turns,
            int workers,
            String name) {
        this.server = server;
        this.failure = failure;
        this.rate = rate;
        this.turns = turns;
        for (int i = 0; i < workers; i++) {
            this.workers.add(Executors.newSingleThreadExecutor(run -> {
                Thread thread = new Thread(run, "send-" + name);
                thread.setDaemon(true);
                return thread;
            }));
        }
    }

    /** Lines that make a full request for every worker. */
    int lines() {
        return rate.lines() * workers.size();
    }

    Batch batch() {
        return new Batch(suspects, workers.size(), rate.lines());
    }

    boolean full() {
        return inFlight.size() >= MAX_IN_FLIGHT;
    }

    boolean isEmpty() {
        return inFlight.isEmpty();
    }

    /** Whether a worker met a failure since the last {@link #drain}, so that nothing more is tried. */
    boolean broken() {
        return broken != null;
    }

    /** @param origin handed back when the batch is settled */
    void send(Batch batch, T origin) {
        List<Future<ShardResult>> shards = new ArrayList<>(workers.size());
        for (int i = 0; i < workers.size(); i++) {
            List<RequestBody> bodies = batch.bodies(i);
            shards.add(workers.get(i).submit(() -> send(bodies)));
        }
        inFlight.add(new InFlightBatch<>(origin, shards));
    }

    /**
     * Runs in a worker. After a failure of any worker nothing more is tried, since it would be sent again anyway. Another
     * worker may have failed in a later batch than this one, so a shard that was cut short must say so itself.
     */
    private ShardResult send(List<RequestBody> bodies) {
        List<AnsweredRequest> sent = new ArrayList<>(bodies.size());
        for (RequestBody body : bodies) {
            InfluxFailure before = broken;
            if (before != null) {
                return new ShardResult(sent, before);
            }
            InfluxFailure now = send(body, sent);
            if (now != null) {
                broken = now;
                return new ShardResult(sent, now);
            }
        }
        return new ShardResult(sent, null);
    }

    /** Sends a body and adds the answer; returns why the server could not take it now, null if every line has its answer. */
    private @Nullable InfluxFailure send(RequestBody body, List<AnsweredRequest> sent) {
        TimedServer timed = new TimedServer();
        Answer answer = turns.write(body.text(), timed);
        Duration took = timed.took;
        try {
            List<RefusedLine> refused =
                    new Bisection(lines -> turns.write(lines, server), failure).settle(body.text(), answer);
            sent.add(new AnsweredRequest(body, answer, took, refused));
            return null;
        } catch (InfluxFailure e) {
            sent.add(new AnsweredRequest(body, e.answer(), took, List.of()));
            return e;
        }
    }

    /** Knows how long the last answer took, without the wait for the turn. */
    private final class TimedServer implements Function<String, Answer> {
        private Duration took = Duration.ZERO;

        @Override
        public Answer apply(String lines) {
            long begun = System.nanoTime();
            Answer answer = server.apply(lines);
            took = Duration.ofNanos(System.nanoTime() - begun);
            return answer;
        }
    }

    /**
     * Waits for the oldest batch.
     *
     * @throws InfluxFailure if not every line of it has its answer, because the server cannot write now; {@link #drain},
     *     then send this batch and all behind it again
     */
    SettledBatch<T> oldest() throws InterruptedException {
        InFlightBatch<T> oldest = inFlight.remove();
        List<RefusedLine> refused = new ArrayList<>();
        InfluxFailure failed = null;
        for (Future<ShardResult> shard : oldest.shards()) {
            ShardResult result = result(shard);
            for (AnsweredRequest request : result.requests()) {
                learn(request);
                refused.addAll(request.refused());
            }
            failed = result.failure() != null ? result.failure() : failed;
        }
        if (failed != null) {
            throw failed;
        }
        return new SettledBatch<>(oldest.origin(), refused);
    }

    private void learn(AnsweredRequest request) {
        rate.learn(request.answer(), request.body().lines(), request.took());
        if (request.body().suspect() && request.answer().outcome() == WriteOutcome.WRITTEN) {
            suspects.clear(request.body().text());
        }
        suspects.add(request.refused());
    }

    private static ShardResult result(Future<ShardResult> shard) throws InterruptedException {
        try {
            return shard.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("lines could not be sent", e.getCause());
        }
    }

    /** Waits for everything in flight and forgets it: it will be sent again. */
    void drain() throws InterruptedException {
        while (!inFlight.isEmpty()) {
            for (Future<ShardResult> shard : inFlight.remove().shards()) {
                try {
                    shard.get();
                } catch (ExecutionException e) {
                    LOG.warn("lines could not be sent; they are sent again", e.getCause());
                }
            }
        }
        broken = null;
    }

    @Override
    public void close() {
        workers.forEach(ExecutorService::shutdownNow);
        try {
            for (ExecutorService worker : workers) {
                if (!worker.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                    LOG.warn("a request to InfluxDB did not end; its lines are sent again at the next start");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
