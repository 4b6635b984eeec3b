package io.greenpark.alerts.channel;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** A receiver over HTTP that may be as bad as receivers are. */
final class Sink implements AutoCloseable {
    /** What it does with a request. */
    enum Mood {
        TAKES,
        /** It never answers. */
        HANGS,
        FAILS,
        TOO_MANY,
        /** It reads the request and closes the connection. */
        CLOSES,
        /** It answers 200 and says in the body that it did not take it. */
        REFUSES,
        /** It has taken it, and its answer is lost. */
        TAKES_AND_CLOSES
    }

    /** A request. */
    record Request(String path, String query, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.get(name.toLowerCase(Locale.ROOT));
        }
    }

    private static final Vertx VERTX = Vertx.vertx();

    private final String taken;
    private final String refused;
    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();

    /** All requests that were read, and those that were taken, in order. */
    final List<Request> requests = new CopyOnWriteArrayList<>();

    final List<Request> accepted = new CopyOnWriteArrayList<>();

    /** What it answers to some paths, whatever its mood. */
    final Map<String, String> always = new ConcurrentHashMap<>();

    /** What it does with the n-th request. */
    volatile IntFunction<Mood> mood = n -> Mood.TAKES;

    /** Is told of each request, before it is answered. */
    volatile Runnable before = () -> {};

    /**
     * @param taken what it answers where it takes something
     * @param refused what it answers where it does not, with status 200
     */
    Sink(String taken, String refused) {
        this.taken = taken;
        this.refused = refused;
        try {
            server = VERTX.createHttpServer()
                    .requestHandler(request -> request.body().onSuccess(body -> answer(request, body.toString())))
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    private void answer(HttpServerRequest request, String body) {
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach(h -> headers.put(h.getKey().toLowerCase(Locale.ROOT), h.getValue()));
        String known = always.get(request.path());
        if (known != null) {
            request.response().end(known);
            return;
        }
        Request read = new Request(request.path(), String.valueOf(request.query()), headers, body);
        requests.add(read);
        before.run();
        switch (mood.apply(asked.getAndIncrement())) {
            case TAKES -> {
                accepted.add(read);
                request.response().end(taken);
            }
            case HANGS -> {
                // The other side gives up.
            }
            case FAILS -> request.response().setStatusCode(500).end();
            case TOO_MANY ->
                request.response()
                        .setStatusCode(429)
                        .putHeader("Retry-After", "30")
                        .end();
            case CLOSES -> request.connection().close();
            case REFUSES -> request.response().end(refused);
            case TAKES_AND_CLOSES -> {
                accepted.add(read);
                request.connection().close();
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
