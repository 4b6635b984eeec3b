package io.greenpark.dashboards.event;

import io.greenpark.dashboards.auth.Caller;
import io.greenpark.dashboards.source.ConsoleSources;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServerResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells pages that are open what changed. Looks are taken while anybody listens, every few seconds, whatever the number of
 * listeners. All of it runs on one event loop, but the looks.
 */
public final class Events {
    /** A part of the connections that the port takes at least. */
    private static final int MOST = 200;

    /** More than one person has pages open. */
    private static final int MOST_OF_ONE = 60;

    private static final long LOOK_EVERY_MS = 3_000;
    private static final int BEAT_EVERY = 5;
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    private final Vertx vertx;
    private final WorkerExecutor workers;
    private final LookOut lookOut;
    private final int most;
    private final Map<EventStream, Listener> listeners = new HashMap<>();
    private int looks;
    private boolean looking;

    /** Who listens, what that one hears of, and whether it is still known. */
    private record Listener(String name, Hearing hearing, BooleanSupplier known) {}

    /** @param connections how many the port takes; at most half of them listen */
    public Events(Vertx vertx, WorkerExecutor workers, ConsoleSources sources, int connections) {
        this.vertx = vertx;
        this.workers = workers;
        this.lookOut = new LookOut(sources);
        this.most = Math.max(1, Math.min(MOST, connections / 2));
    }

    /** Begins to look whenever anybody listens. */
    public void start() {
        vertx.setPeriodic(LOOK_EVERY_MS, timer -> turn());
    }

    /**
     * Takes a listener.
     *
     * @param hearing of what the listener is told
     * @param lastEventId what the listener heard last; null for one that has heard nothing yet
     * @param known whether its session is still open; the stream ends once it is not
     * @return false where there are too many
     */
    public boolean listen(
            HttpServerResponse response,
            Caller caller,
            Hearing hearing,
            @Nullable String lastEventId,
            BooleanSupplier known) {
        long own = listeners.values().stream()
                .filter(l -> l.name().equals(caller.name()))
                .count();
        if (listeners.size() >= most || own >= Math.min(most, MOST_OF_ONE)) {
            return false;
        }
        EventStream stream = EventStream.begin(response, lastEventId != null);
        listeners.put(stream, new Listener(caller.name(), hearing, known));
        response.closeHandler(closed -> left(stream));
        response.exceptionHandler(failure -> left(stream));
        return true;
    }

    private void left(EventStream stream) {
        listeners.remove(stream);
        if (listeners.isEmpty()) {
            lookOut.forget();
        }
    }

    private void turn() {
        listeners.entrySet().stream()
                .filter(e -> !e.getValue().known().getAsBoolean())
                .map(Map.Entry::getKey)
                .toList()
                .forEach(stream -> {
                    left(stream);
                    stream.end();
                });
        if (listeners.isEmpty() || looking) {
            return;
        }
        if (++looks % BEAT_EVERY == 0) {
            listeners.keySet().forEach(EventStream::beat);
        }
        looking = true;
        workers.<@Nullable Changes>executeBlocking(lookOut::look, false)
                .onSuccess(this::tell)
                .onFailure(failure -> LOG.debug("no look at what changed: {}", failure.getMessage()))
                .onComplete(done -> looking = false);
    }

    private void tell(@Nullable Changes changes) {
        if (changes == null || changes.isEmpty()) {
            return;
        }
        listeners.forEach((stream, listener) -> {
            News news = listener.hearing().of(changes);
            if (!news.isEmpty()) {
                stream.send("changed", news.json().encode());
            }
        });
    }

    /** How many listen. */
    public int listeners() {
        return listeners.size();
    }
}
