package io.greenpark.lab.chaos.notices;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.greenpark.lab.chaos.environment.MailSink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail server, receivers of webhooks and SMS, robots and the gateway of work messages. Of every four messages they take three; with the others they hang, fail, say that
 * it is too much, close the connection, say in an answer with status 200 that they did not take it, or take it and lose the answer.
 */
final class BadReceivers implements AutoCloseable {
    static final List<String> ROBOTS = List.of("dingtalk", "wecom", "feishu");
    private static final int TAKEN_PERCENT = 75;
    private static final int HUNDRED = 100;
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int BROKEN = 500;
    private static final Pattern IN_TEXT = Pattern.compile("消息编号：([A-Za-z0-9-]+)");
    private static final Map<String, String> TAKEN = Map.of(
            "webhook", "",
            "sms", "{\"Code\":\"OK\"}",
            "zhezhengding", "{\"success\":true,\"content\":{\"success\":true,\"data\":{}}}",
            "dingtalk", "{\"errcode\":0}",
            "wecom", "{\"errcode\":0}",
            "feishu", "{\"code\":0}");
    private static final Map<String, String> REFUSED = Map.of(
            "sms", "{\"Code\":\"isv.BUSINESS_LIMIT_CONTROL\"}",
            "zhezhengding", "{\"success\":true,\"content\":{\"success\":false,\"responseCode\":\"1\"}}",
            "dingtalk", "{\"errcode\":310000}",
            "wecom", "{\"errcode\":45009}",
            "feishu", "{\"code\":19021}");
    private static final String TOKEN =
            "{\"success\":true,\"content\":{\"success\":true,\"data\":{\"accessToken\":\"t\",\"expiresIn\":7200}}}";

    /** What one does with a message. */
    private enum Mood {
        HANGS,
        FAILS,
        SAYS_TOO_MUCH,
        CLOSES,
        REFUSES,
        TAKES_AND_CLOSES,
        TAKES
    }

    private final Random random;
    private final HttpServer web;
    private final MailSink mail;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "bad-receiver");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, List<String>> taken = new TreeMap<>();
    private final Map<String, Integer> moods = new TreeMap<>();
    private final AtomicInteger killIn = new AtomicInteger();
    private volatile Runnable kill = () -> {};

    BadReceivers(long seed) throws IOException {
        random = new Random(seed);
        mail = MailSink.open(id -> take("mail", id), this::mail);
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.setExecutor(threads);
        web.createContext("/", this::receive);
        web.start();
    }

    int mailPort() {
        return mail.port();
    }

    String url() {
        return "http://127.0.0.1:" + web.getAddress().getPort();
    }

    /** The ids that a channel's receivers took, in order, each as often as they did. */
    Map<String, List<String>> taken() {
        synchronized (taken) {
            Map<String, List<String>> copy = new TreeMap<>();
            taken.forEach((channel, ids) -> copy.put(channel, List.copyOf(ids)));
            return copy;
        }
    }

    /** How often they did what. */
    Map<String, Integer> moods() {
        synchronized (taken) {
            return new TreeMap<>(moods);
        }
    }

    /** Has something done while the n-th message from now on is being received. */
    void killAt(int n, Runnable what) {
        kill = what;
        killIn.set(n);
    }

    private void take(String channel, String id) {
        synchronized (taken) {
            taken.computeIfAbsent(channel, c -> new ArrayList<>()).add(id);
        }
    }

    private Mood mood(String channel) {
        if (killIn.getAndDecrement() == 1) {
            kill.run();
        }
        synchronized (taken) {
            Mood mood = random.nextInt(HUNDRED) < TAKEN_PERCENT
                    ? Mood.TAKES
                    : Mood.values()[random.nextInt(Mood.values().length - 1)];
            // A webhook and a mail have no words to refuse with.
            mood = mood == Mood.REFUSES && !REFUSED.containsKey(channel) ? Mood.FAILS : mood;
            moods.merge(mood.name(), 1, Integer::sum);
            return mood;
        }
    }

    private MailSink.Answer mail(String id) {
        return switch (mood("mail")) {
            case HANGS -> MailSink.Answer.HANGS;
            case FAILS, SAYS_TOO_MUCH, REFUSES -> MailSink.Answer.IS_BUSY;
            case CLOSES -> MailSink.Answer.CLOSES;
            case TAKES_AND_CLOSES -> MailSink.Answer.TAKES_AND_CLOSES;
            case TAKES -> MailSink.Answer.TAKES;
        };
    }

    private void receive(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.equals("/gettoken.json")) {
            answer(exchange, OK, TOKEN);
            return;
        }
        String channel = path.startsWith("/message/") ? "zhezhengding" : path.split("/")[1];
        String id = id(channel, exchange, body);
        Mood mood = mood(channel);
        if (mood == Mood.TAKES || mood == Mood.TAKES_AND_CLOSES) {
            take(channel, id);
        }
        switch (mood) {
            case HANGS -> {
                // The other side gives up.
            }
            case FAILS -> answer(exchange, BROKEN, "");
            case SAYS_TOO_MUCH -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                answer(exchange, TOO_MANY, "");
            }
            case CLOSES, TAKES_AND_CLOSES -> exchange.close();
            case REFUSES -> answer(exchange, OK, Objects.requireNonNull(REFUSED.get(channel)));
            case TAKES -> answer(exchange, OK, Objects.requireNonNull(TAKEN.get(channel)));
        }
    }

    private static String id(String channel, HttpExchange exchange, String body) {
        return switch (channel) {
            case "webhook" ->
                Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Idempotency-Key"), "");
            case "sms" -> value(String.valueOf(exchange.getRequestURI().getRawQuery()), "OutId");
            case "zhezhengding" -> value(body, "bizMsgId");
            default -> {
                Matcher id = IN_TEXT.matcher(body);
                yield id.find() ? id.group(1) : "";
            }
        };
    }

    private static String value(String pairs, String name) {
        for (String pair : pairs.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    /** Whoever asked may be dead by now. */
    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    @Override
    public void close() throws IOException {
        web.stop(0);
        mail.close();
        threads.shutdownNow();
    }
}
