package io.greenpark.influx;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A server that answers writes as recorded: always the same while that is set; else it refuses requests with a line it
 * is set to refuse, and takes everything else. Keeps the requests and the lines it would hold, and counts how many
 * writes are under way at a time.
 */
final class RecordedServer implements AutoCloseable {
    static {
        // Otherwise every answer waits 40 ms for an acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** A request as it came. */
    record Asked(String line, Map<String, List<String>> headers, List<String> lines) {}

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    final List<String> held = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Exchange written;
    private volatile @Nullable Exchange always;
    private volatile Predicate<String> bad = line -> false;
    private volatile Exchange refusal;
    private volatile boolean partial;

    /** @param written what it answers when it takes lines */
    RecordedServer(String written) {
        this.written = Exchange.read(written);
        this.refusal = this.written;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/write", this::write);
        server.createContext("/ping", this::ping);
        server.createContext("/query", this::query);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers every write like this until it {@link #recovers}. */
    void always(String exchange) {
        always = Exchange.read(exchange);
    }

    void recovers() {
        always = null;
    }

    /** @param holdsTheRest whether it takes the other lines of such a request, as 1.x, 3 Core and a conflict of 2.x do */
    void refuses(Predicate<String> lines, String exchange, boolean holdsTheRest) {
        bad = lines;
        refusal = Exchange.read(exchange);
        partial = holdsTheRest;
    }

    /** The most writes that were ever under way at a time. */
    int mostUnderWay() {
        return mostUnderWay.get();
    }

    private void write(HttpExchange http) throws IOException {
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        List<String> lines = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        asked.add(new Asked("POST " + http.getRequestURI(), http.getRequestHeaders(), lines));
        Exchange answer = answerTo(lines);
        // Before the answer: as soon as that is read, the next may come.
        underWay.decrementAndGet();
        answer(http, answer);
    }

    private Exchange answerTo(List<String> lines) {
        Exchange planned = always;
        if (planned != null) {
            return planned;
        }
        boolean refused = lines.stream().anyMatch(bad);
        if (!refused || partial) {
            lines.stream().filter(bad.negate()).forEach(held::add);
        }
        return refused ? refusal : written;
    }

    private void ping(HttpExchange http) throws IOException {
        written.headers().forEach(http.getResponseHeaders()::add);
        http.sendResponseHeaders(204, -1);
        http.close();
    }

    /** 2.x and 3 Core create no database this way. */
    private void query(HttpExchange http) throws IOException {
        byte[] body = "{\"error\":\"not implemented: CREATE DATABASE\"}".getBytes(StandardCharsets.UTF_8);
        http.sendResponseHeaders(400, body.length);
        http.getResponseBody().write(body);
        http.close();
    }

    private static void answer(HttpExchange http, Exchange exchange) throws IOException {
        exchange.headers().forEach(http.getResponseHeaders()::add);
        byte[] body = exchange.body().getBytes(StandardCharsets.UTF_8);
        http.sendResponseHeaders(exchange.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            http.getResponseBody().write(body);
        }
        http.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
