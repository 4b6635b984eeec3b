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
 * Sends batches over several lanes at once and settles them in the order in which they were sent: while the server works
 * on one, the next is built. A lane has one request under way and keeps its order, searching for bad lines included, and
 * a point keeps its lane, so that of two values of one (point, time) the later one counts. One thread sends and settles;
 * lanes run on threads of their own.
 *
 * @param <T> what a batch stands for
 */
final class Pipeline<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
    private static final int BATCHES = 2;
    private static final long CLOSE_SECONDS = 5;

    private final Function<String, Answer> server;
    private final Function<Answer, InfluxFailure> failure;
    private final AdaptiveRate rate;
    private final Suspects suspects = new Suspects();
    private final List<ExecutorService> lanes = new ArrayList<>();
    private final Deque<InFlightBatch<T>> underWay = new ArrayDeque<>();
    private volatile @Nullable InfluxFailure broken;

    private record InFlightBatch<T>(T what, List<Future<ShardResult>> lanes) {}

    /**
     * What a lane made of its part of a batch.
     *
     * @param failure why the last body it sent, or those it did not even send, must go again; null if every line of the
     *     part has its answer
     */
    private record ShardResult(
            List<AnsweredRequest> sent, @Nullable InfluxFailure failure) {}

    private record AnsweredRequest(RequestBody body, Answer answer, Duration took, List<RefusedLine> refused) {}

    /** A batch of which every line has its answer. */
    record SettledBatch<T>(T what, List<RefusedLine> refused) {}

    /**
     * @param server sends lines and tells the answer; called by several threads
     * @param failure what to throw when an answer says that the server cannot write now
     */
    Pipeline(
            Function<String, Answer> server,
            Function<Answer, InfluxFailure> failure,
            AdaptiveRate rate,
            int lanes,
            String name) {
        this.server = server;
        this.failure = failure;
        this.rate = rate;
        for (int i = 0; i < lanes; i++) {
            this.lanes.add(Executors.newSingleThreadExecutor(run -> {
                Thread thread = new Thread(run, "send-" + name);
                thread.setDaemon(true);
                return thread;
            }));
        }
    }

    /** Lines that make full requests in all lanes. */
    int lines() {
        return rate.lines() * lanes.size();
    }

    Batch batch() {
        return new Batch(suspects, lanes.size(), rate.lines());
    }

    boolean full() {
        return underWay.size() >= BATCHES;
    }

    boolean isEmpty() {
        return underWay.isEmpty();
    }

    /** Whether a lane met a failure since the last {@link #drain}, so that nothing more is tried. */
    boolean broken() {
        return broken != null;
    }

    void send(Batch batch, T what) {
        List<Future<ShardResult>> sent = new ArrayList<>(lanes.size());
        for (int lane = 0; lane < lanes.size(); lane++) {
            List<RequestBody> bodies = batch.bodies(lane);
            sent.add(lanes.get(lane).submit(() -> send(bodies)));
        }
        underWay.add(new InFlightBatch<>(what, sent));
    }

    /**
     * Runs in a lane. After a failure in any lane nothing more is tried, since it would be sent again anyway. Another lane
     * may have failed in a later batch than this one, so a part that was cut short must say so itself.
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
        long begun = System.nanoTime();
        Answer answer = server.apply(body.text());
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        try {
            List<RefusedLine> refused = new Bisection(server, failure).settle(body.text(), answer);
            sent.add(new AnsweredRequest(body, answer, took, refused));
            return null;
        } catch (InfluxFailure e) {
            sent.add(new AnsweredRequest(body, e.answer(), took, List.of()));
            return e;
        }
    }

    /**
     * Waits for the oldest batch.
     *
     * @throws InfluxFailure if not every line of it has its answer, because the server cannot write now; {@link #drain},
     *     then send this batch and all behind it again
     */
    SettledBatch<T> oldest() throws InterruptedException {
        InFlightBatch<T> oldest = underWay.remove();
        List<RefusedLine> refused = new ArrayList<>();
        InfluxFailure inTheWay = null;
        for (Future<ShardResult> lane : oldest.lanes()) {
            ShardResult part = result(lane);
            for (AnsweredRequest sent : part.sent()) {
                learn(sent);
                refused.addAll(sent.refused());
            }
            inTheWay = part.failure() != null ? part.failure() : inTheWay;
        }
        if (inTheWay != null) {
            throw inTheWay;
        }
        return new SettledBatch<>(oldest.what(), refused);
    }

    private void learn(AnsweredRequest sent) {
        rate.learn(sent.answer(), sent.body().lines(), sent.took());
        if (sent.body().suspect() && sent.answer().verdict() == WriteOutcome.WRITTEN) {
            suspects.clear(sent.body().text());
        }
        suspects.add(sent.refused());
    }

    private static ShardResult result(Future<ShardResult> lane) throws InterruptedException {
        try {
            return lane.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("lines could not be sent", e.getCause());
        }
    }

    /** Waits for whatever is under way and forgets it: it will be sent again. */
    void drain() throws InterruptedException {
        while (!underWay.isEmpty()) {
            for (Future<ShardResult> lane : underWay.remove().lanes()) {
                try {
                    lane.get();
                } catch (ExecutionException e) {
                    LOG.warn("lines could not be sent; they are sent again", e.getCause());
                }
            }
        }
        broken = null;
    }

    @Override
    public void close() {
        lanes.forEach(ExecutorService::shutdownNow);
        try {
            for (ExecutorService lane : lanes) {
                if (!lane.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                    LOG.warn("a request to InfluxDB did not end; its lines are sent again at the next start");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
