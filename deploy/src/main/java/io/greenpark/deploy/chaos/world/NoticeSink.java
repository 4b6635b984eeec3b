package io.greenpark.deploy.chaos.world;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;

/** The people who are told: a mail server and a webhook receiver that count what arrives by message id. */
public final class NoticeSink implements AutoCloseable {
    private final HttpServer webhook;
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Map<String, Integer> posted = new TreeMap<>();

    private NoticeSink(HttpServer webhook) {
        this.webhook = webhook;
    }

    public static NoticeSink open() throws IOException {
        NoticeSink sink =
                new NoticeSink(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        sink.webhook.createContext("/", sink::take);
        sink.webhook.start();
        sink.mail.start();
        return sink;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String id = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            synchronized (posted) {
                posted.merge(id == null ? "" : id, 1, Integer::sum);
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    public String webhookUrl() {
        return "http://127.0.0.1:" + webhook.getAddress().getPort() + "/notices";
    }

    public int mailPort() {
        return mail.getSmtp().getPort();
    }

    /** How often each message id was posted. */
    public Map<String, Integer> posted() {
        synchronized (posted) {
            return new TreeMap<>(posted);
        }
    }

    /** How often each message id was mailed; what stands behind the @ is the sender's domain. */
    public Map<String, Integer> mailed() throws IOException {
        Map<String, Integer> mailed = new TreeMap<>();
        try {
            for (MimeMessage message : mail.getReceivedMessages()) {
                String id = message.getMessageID();
                mailed.merge(id == null ? "" : id.replaceAll("^<|@[^@]*>$", ""), 1, Integer::sum);
            }
        } catch (MessagingException e) {
            throw new IOException("a mail received cannot be read: " + e.getMessage(), e);
        }
        return mailed;
    }

    @Override
    public void close() {
        webhook.stop(0);
        mail.stop();
    }
}
