package io.greenpark.store.influx;

import io.greenpark.store.influx.Answer.Verdict;
import io.greenpark.store.influx.Batch.Body;
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

    private final LineClient client;
    private final Pace pace;
    private final Suspects suspects = new Suspects();
    private final List<ExecutorService> lanes = new ArrayList<>();
    private final Deque<UnderWay<T>> underWay = new ArrayDeque<>();
    private volatile boolean broken;

    private record UnderWay<T>(T what, List<Future<List<Sent>>> sent) {}

    /** @param failure why the server could not take it now; null if every line has its answer */
    private record Sent(
            Body body,
            Answer answer,
            Duration took,
            List<Refused> refused,
            @Nullable InfluxFailure failure) {}

    /** A batch of which every line has its answer. */
    record Settled<T>(T what, List<Refused> refused) {}

    Pipeline(LineClient client, Pace pace, int lanes, String name) {
        this.client = client;
        this.pace = pace;
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
        return pace.lines() * lanes.size();
    }

    Batch batch() {
        return new Batch(suspects, lanes.size(), pace.lines());
    }

    boolean full() {
        return underWay.size() >= BATCHES;
    }

    boolean isEmpty() {
        return underWay.isEmpty();
    }

    void send(Batch batch, T what) {
        List<Future<List<Sent>>> sent = new ArrayList<>(lanes.size());
        for (int lane = 0; lane < lanes.size(); lane++) {
            List<Body> bodies = batch.bodies(lane);
            sent.add(lanes.get(lane).submit(() -> send(bodies)));
        }
        underWay.add(new UnderWay<>(what, sent));
    }

    /** Runs in a lane. What follows a failure is sent again after it, so there is no use in trying now. */
    private List<Sent> send(List<Body> bodies) {
        List<Sent> sent = new ArrayList<>(bodies.size());
        for (Body body : bodies) {
            if (broken) {
                return sent;
            }
            sent.add(send(body));
        }
        return sent;
    }

    private Sent send(Body body) {
        long begun = System.nanoTime();
        Answer answer = client.write(body.text());
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        try {
            List<Refused> refused = new Bisection(client::write, client::failure).settle(body.text(), answer);
            return new Sent(body, answer, took, refused, null);
        } catch (InfluxFailure e) {
            broken = true;
            return new Sent(body, e.answer(), took, List.of(), e);
        }
    }

    /**
     * Waits for the oldest batch.
     *
     * @throws InfluxFailure if the server cannot write now; {@link #drain}, then send this batch and all behind it again
     */
    Settled<T> oldest() throws InterruptedException {
        UnderWay<T> oldest = underWay.remove();
        List<Refused> refused = new ArrayList<>();
        InfluxFailure failure = null;
        for (Future<List<Sent>> lane : oldest.sent()) {
            for (Sent sent : result(lane)) {
                learn(sent);
                refused.addAll(sent.refused());
                failure = sent.failure() != null ? sent.failure() : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return new Settled<>(oldest.what(), refused);
    }

    private void learn(Sent sent) {
        pace.learn(sent.answer(), sent.body().lines(), sent.took());
        if (sent.body().suspect() && sent.answer().verdict() == Verdict.WRITTEN) {
            suspects.clear(sent.body().text());
        }
        suspects.add(sent.refused());
    }

    private static <R> R result(Future<R> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("lines could not be sent", e.getCause());
        }
    }

    /** Waits for whatever is under way and forgets it: it will be sent again. */
    void drain() throws InterruptedException {
        while (!underWay.isEmpty()) {
            for (Future<List<Sent>> lane : underWay.remove().sent()) {
                result(lane);
            }
        }
        broken = false;
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
