package io.greenpark.deploy.telling;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server, and the servers of SMS, work messages and robots: they keep what they took, with the time by the district's clock. */
final class Mailboxes implements AutoCloseable {
    private static final int REFUSED = 554;
    private static final int UNAVAILABLE = 503;

    private final Session session = Session.getInstance(new Properties());
    private final SMTPServer mail;
    private final HttpServer web;
    private final Supplier<LocalDateTime> clock;
    private final List<Told> told = new ArrayList<>();

    /** Robots and gateways that are out of order. */
    final Set<String> broken = ConcurrentHashMap.newKeySet();

    Mailboxes(Supplier<LocalDateTime> clock) throws IOException {
        this.clock = clock;
        mail = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandler(this::mail)
                .build();
        mail.start();
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", this::web);
        web.start();
    }

    int mailPort() {
        return mail.getPortAllocated();
    }

    String url() {
        return "http://127.0.0.1:" + web.getAddress().getPort();
    }

    /** All there are, in order. */
    synchronized List<Told> told() {
        return List.copyOf(told);
    }

    private synchronized void keep(String channel, String to, String subject, String text) {
        told.add(new Told(clock.get(), channel, to, subject, text.strip()));
    }

    private void mail(MessageContext context, String from, String to, byte[] data) throws RejectException {
        try {
            MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(data));
            keep("mail", to, message.getSubject(), text(message).replace("\r\n", "\n"));
        } catch (MessagingException | IOException e) {
            throw new RejectException(REFUSED, "the mail cannot be read: " + e.getMessage());
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                if (parts.getBodyPart(i).isMimeType("text/plain")) {
                    return text(parts.getBodyPart(i));
                }
            }
        }
        return String.valueOf(part.getContent());
    }

    private void web(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (broken.stream().anyMatch(path::startsWith)) {
                exchange.sendResponseHeaders(UNAVAILABLE, -1);
                return;
            }
            answer(exchange, take(path, String.valueOf(exchange.getRequestURI().getRawQuery()), body));
        }
    }

    private String take(String path, String query, String body) {
        switch (path) {
            case "/gettoken.json" -> {
                return "{\"success\":true,\"content\":{\"success\":true,\"data\":{\"accessToken\":\"t\",\"expiresIn\":7200}}}";
            }
            case "/message/workNotification" -> {
                Map<String, String> form = pairs(body);
                String content = new JsonObject(form.getOrDefault("msg", "{}"))
                        .getJsonObject("text")
                        .getString("content");
                keep("zhezhengding", form.getOrDefault("receiverIds", ""), "", content);
                return "{\"success\":true,\"content\":{\"success\":true,\"data\":{}}}";
            }
            case "/sms" -> {
                Map<String, String> form = pairs(query);
                keep("sms", form.getOrDefault("mobile", ""), "", sms(form));
                return "{\"Code\":\"OK\"}";
            }
            default -> {
                String channel = path.substring(1);
                keep(channel, channel, "", robot(channel, new JsonObject(body)));
                return "{\"errcode\":0,\"code\":0}";
            }
        }
    }

    /** Its text lies with the provider; what is put into it is shown. */
    private static String sms(Map<String, String> form) {
        JsonObject variables = new JsonObject(form.getOrDefault("variables", "{}"));
        StringBuilder text = new StringBuilder(form.getOrDefault("template", ""));
        variables.forEach(v -> text.append("｜").append(v.getKey()).append("=").append(v.getValue()));
        return text.toString();
    }

    private static String robot(String channel, JsonObject body) {
        return switch (channel) {
            case "feishu" -> body.getJsonObject("content").getString("text");
            default -> body.getJsonObject("text").getString("content");
        };
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : text.split("&")) {
            int at = pair.indexOf('=');
            if (at > 0) {
                pairs.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return pairs;
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        mail.stop();
        web.stop(0);
    }
}
