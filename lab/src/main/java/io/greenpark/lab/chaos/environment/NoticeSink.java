package io.greenpark.lab.chaos.environment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;

/** The receivers of notices: a mail server and a webhook receiver that count what arrives by message id. */
public final class NoticeSink implements AutoCloseable {
    private final HttpServer webhook;
    private final MailSink mail;
    private final Map<String, Integer> received = new TreeMap<>();

    private NoticeSink(HttpServer webhook) throws IOException {
        this.webhook = webhook;
        this.mail = MailSink.open(this::count);
    }

    public static NoticeSink open() throws IOException {
        NoticeSink sink =
                new NoticeSink(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        sink.webhook.createContext("/", sink::take);
        sink.webhook.start();
        return sink;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String id = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            count(id == null ? "" : id);
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private void count(String id) {
        synchronized (received) {
            received.merge(id, 1, Integer::sum);
        }
    }

    public String webhookUrl() {
        return "http://127.0.0.1:" + webhook.getAddress().getPort() + "/notices";
    }

    public int mailPort() {
        return mail.port();
    }

    /** How often each message id arrived, over both channels. */
    public Map<String, Integer> received() {
        synchronized (received) {
            return new TreeMap<>(received);
        }
    }

    @Override
    public void close() throws IOException {
        webhook.stop(0);
        mail.close();
    }
}
