package io.greenpark.alerts.channel;

import static io.greenpark.alerts.TestPark.NOX;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.channel.Sink.Mood;
import io.greenpark.alerts.channel.Sink.Request;
import io.greenpark.store.books.BooksKind;
import jakarta.mail.internet.MimeMessage;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two hundred cases to receivers of all kinds that hang, fail, refuse and lose their answers, while the process dies twenty times between sending and
 * recording.
 */
class DeliveryChaosIT {
    private static final int CASES = 200;
    private static final int DEATHS = 20;
    private static final int ALONE = 3;
    private static final Pattern IN_TEXT = Pattern.compile("消息编号：([A-Za-z0-9-]+)");

    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private final Random random = new Random(20_261_130);
    private final Map<String, Sink> sinks = new LinkedHashMap<>();
    private final Map<String, Function<Request, String>> ids = new HashMap<>();
    private final AtomicInteger deathIn = new AtomicInteger(Integer.MAX_VALUE);
    private GreenMail mail;
    private LocalDateTime hour = LocalDateTime.parse("2026-11-01T00:00");

    @BeforeEach
    void receivers() {
        mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        sink("webhook", "", "", request -> request.header("Idempotency-Key"));
        sink("dingtalk", "{\"errcode\":0}", "{\"errcode\":310000}", DeliveryChaosIT::inText);
        sink("wecom", "{\"errcode\":0}", "{\"errcode\":45009}", DeliveryChaosIT::inText);
        sink("feishu", "{\"code\":0}", "{\"code\":19021}", DeliveryChaosIT::inText);
        sink("sms", "{\"Code\":\"OK\"}", "{\"Code\":\"isv.BUSINESS_LIMIT_CONTROL\"}", r -> value(r.query(), "OutId"));
        sink(
                "zhezhengding",
                "{\"success\":true,\"content\":{\"success\":true,\"data\":{}}}",
                "{\"success\":true,\"content\":{\"success\":false,\"responseCode\":\"1\"}}",
                r -> value(r.body(), "bizMsgId"));
        sinks.get("zhezhengding")
                .always
                .put(
                        "/gettoken.json",
                        "{\"success\":true,\"content\":{\"success\":true,\"data\":{\"accessToken\":\"t\",\"expiresIn\":7200}}}");
        line.set("mail.port", String.valueOf(mail.getSmtp().getPort()), settings());
        line.registry(new TestPark().onlyContacts());
    }

    private void sink(String channel, String taken, String refused, Function<Request, String> id) {
        Sink sink = new Sink(taken, refused);
        sink.mood = n -> mood(channel);
        sink.before = () -> {
            if (deathIn.decrementAndGet() == 0) {
                line.books().breakNow();
            }
        };
        sinks.put(channel, sink);
        ids.put(channel, id);
    }

    private synchronized Mood mood(String channel) {
        int n = random.nextInt(100);
        if (n < 65) {
            return Mood.TAKES;
        }
        Mood mood = Mood.values()[1 + n % (Mood.values().length - 1)];
        // A webhook has no words to refuse with.
        return mood == Mood.REFUSES && channel.equals("webhook") ? Mood.FAILS : mood;
    }

    private String[] settings() {
        List<String> texts = new ArrayList<>(List.of(
                "alerts.webhook.timeout",
                "100ms",
                "alerts.sms.timeout",
                "100ms",
                "alerts.zhezhengding.timeout",
                "100ms",
                "alerts.outbox.longestPause",
                "10m",
                "alerts.outbox.giveUpAfter",
                "60d",
                "alerts.recipients.0.name",
                "值班室",
                "alerts.recipients.0.email",
                "duty@jindong.example",
                "alerts.recipients.0.webhook",
                sinks.get("webhook").url() + "/hook",
                "alerts.recipients.0.phone",
                "13800138000",
                "alerts.recipients.0.zhezhengding",
                "10086",
                "alerts.zhezhengding.url",
                sinks.get("zhezhengding").url(),
                "alerts.zhezhengding.appKey",
                "app",
                "alerts.zhezhengding.appSecret",
                "s3cret",
                "alerts.zhezhengding.tenantId",
                "1",
                "alerts.sms.url",
                sinks.get("sms").url() + "/",
                "alerts.sms.form",
                "query",
                "alerts.sms.fields.0.name",
                "OutId",
                "alerts.sms.fields.0.value",
                "{id}"));
        int template = 0;
        for (String event : List.of("any", "digest")) {
            texts.addAll(List.of("alerts.sms.templates." + template + ".code", "SMS_" + template));
            texts.addAll(List.of("alerts.sms.templates." + template++ + ".event", event));
        }
        int group = 0;
        for (String kind : List.of("dingtalk", "wecom", "feishu")) {
            String at = "alerts.groups." + group++ + ".";
            texts.addAll(List.of(at + "kind", kind, at + "id", kind, at + "audience", "district/jindong"));
            texts.addAll(List.of(at + "url", sinks.get(kind).url() + "/robot", at + "perMinute", "8"));
        }
        return texts.toArray(String[]::new);
    }

    @AfterEach
    void stop() {
        sinks.values().forEach(Sink::close);
        mail.stop();
    }

    private static String inText(Request request) {
        Matcher id = IN_TEXT.matcher(request.body());
        return id.find() ? id.group(1) : "";
    }

    private static String value(String pairs, String name) {
        for (String pair : pairs.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    /** A case that is raised and cleared: two events to each receiver. */
    private void episode() {
        line.at(hour.plusMinutes(70).toString()).hour(NOX, hour.toString(), "212.4", 0.98);
        line.at(hour.plusMinutes(130).toString()).hour(NOX, hour.plusHours(1).toString(), "150", 1);
        line.at(hour.plusMinutes(190).toString()).hour(NOX, hour.plusHours(2).toString(), "150", 1);
        hour = hour.plusHours(4);
    }

    private void episodes(int n) {
        for (int i = 0; i < n; i++) {
            episode();
        }
    }

    /** Delivers until the process dies or there is nothing to do; whether it died. */
    private boolean deliver(int steps) {
        for (int i = 0; i < steps; i++) {
            try {
                line.deliver();
            } catch (IllegalStateException died) {
                assertThat(died).hasMessage("the process died");
                line.restart();
                return true;
            }
        }
        return false;
    }

    private long waiting() {
        return line.books()
                .read(handle -> handle.createQuery("SELECT count(*) FROM alert_outbox WHERE delivered_ms IS NULL")
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void each_step_arrives_in_order_and_none_twice_but_under_one_id() throws Exception {
        int deaths = 0;
        for (int i = 0; i < DEATHS; i++) {
            // A few that go alone, so that what may have been sent waits beside what is told together.
            episodes(ALONE);
            deathIn.set(1 + random.nextInt(15));
            deaths += deliver(2) ? 1 : 0;
            deathIn.set(Integer.MAX_VALUE);
            episodes(CASES / DEATHS - ALONE);
            deliver(4);
        }
        for (int i = 0; i < 400 && waiting() > 0; i++) {
            deliver(2);
            line.clock.advance(Duration.ofMinutes(2));
        }
        assertThat(deaths).isEqualTo(DEATHS);
        assertThat(waiting()).isZero();
        for (String channel : sinks.keySet()) {
            List<String> accepted = new ArrayList<>();
            sinks.get(channel)
                    .accepted
                    .forEach(r -> accepted.add(ids.get(channel).apply(r)));
            check(channel, accepted);
        }
        List<String> mails = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            mails.add(message.getHeader("X-Greenpark-Notice")[0]);
        }
        check("mail", mails);
    }

    private record Row(String id, String caseId, int step, String told) {}

    /** By what the books say a receiver was sent, and what it took, in order. */
    private void check(String channel, List<String> accepted) {
        List<Row> rows = line.books().read(handle -> handle.createQuery(
                        "SELECT id, case_id, step, COALESCE(envelope, id) AS told FROM alert_outbox"
                                + " WHERE channel = :channel ORDER BY case_id, step")
                .bind("channel", channel)
                .map((row, context) -> new Row(
                        row.getString("id"), row.getString("case_id"), row.getInt("step"), row.getString("told")))
                .list());
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < accepted.size(); i++) {
            first.putIfAbsent(accepted.get(i), i);
        }
        assertThat(rows).as(channel).hasSize(2 * CASES);
        Set<String> told = new HashSet<>();
        rows.forEach(row -> told.add(row.told()));
        assertThat(first.keySet())
                .as(channel + ": each by its id, and by no other")
                .isEqualTo(told);
        Map<String, Integer> before = new HashMap<>();
        for (Row row : rows) {
            int at = first.get(row.told());
            assertThat(at)
                    .as(channel + ": order of " + row.id())
                    .isGreaterThanOrEqualTo(before.getOrDefault(row.caseId(), -1));
            before.put(row.caseId(), at);
        }
    }
}
