package io.greenpark.deploy.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The webhook receiver of the demo, in place of the enterprises' own systems; keeps the newest notices. */
public final class DemoWebhook implements AutoCloseable {
    private static final int MAX_NOTICES = 500;

    private final HttpServer server;
    private final Deque<String> notices = new ArrayDeque<>();

    public DemoWebhook() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("demo: no port for the webhook receiver could be opened", e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    /** The URL of notices; contacts append their enterprise. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/notices";
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            synchronized (notices) {
                notices.addFirst(body);
                while (notices.size() > MAX_NOTICES) {
                    notices.removeLast();
                }
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    /** The notices received, newest first, as sent. */
    public List<String> newest() {
        synchronized (notices) {
            return List.copyOf(notices);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
