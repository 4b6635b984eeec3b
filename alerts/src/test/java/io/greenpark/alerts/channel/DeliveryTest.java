package io.greenpark.alerts.channel;

import static io.greenpark.alerts.TestPark.NOX;
import static io.greenpark.alerts.cases.Case.Rule.LIMIT_EXCEEDED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.NotificationStatus;
import io.greenpark.park.registry.Contact;
import io.greenpark.store.books.BooksKind;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Notifications on the wire: a real SMTP server, a real HTTP server. */
class DeliveryTest {
    private static final Vertx VERTX = Vertx.vertx();

    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private final List<JsonObject> taken = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private GreenMail mail;
    private HttpServer hook;
    private volatile int answer = 200;

    @BeforeEach
    void servers() throws ExecutionException, InterruptedException {
        mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        hook = VERTX.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    taken.add(body.toJsonObject());
                    keys.add(request.getHeader("Idempotency-Key"));
                    bodies.add(body.toString());
                    signatures.add(String.valueOf(request.getHeader("webhook-signature")));
                    if (answer > 0) {
                        request.response().setStatusCode(answer).end();
                    }
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        line.set("alerts.webhook.timeout", "1s");
        line.set("mail.port", String.valueOf(mail.getSmtp().getPort()));
        line.registry(new TestPark()
                .onlyContacts(
                        new Contact("李工", "li@tool-works.example", null, Locale.CHINESE),
                        new Contact("Smith", null, url(), Locale.ENGLISH)));
    }

    @AfterEach
    void stop() {
        mail.stop();
        hook.close();
    }

    private String url() {
        return "http://127.0.0.1:" + hook.actualPort() + "/notices?token=s3cret";
    }

    private void exceed() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212.4", 0.98);
    }

    private List<NotificationStatus> notifications() {
        return line.cases().notifications(line.only(LIMIT_EXCEEDED).id());
    }

    private NotificationStatus notification(String channel) {
        return notifications().stream()
                .filter(n -> n.channel().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_mail_carries_the_message_id_the_text_in_the_reader_s_language_and_a_link() throws Exception {
        exceed();
        line.deliver();
        MimeMessage[] received = mail.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).startsWith("[Greenpark] 预警触发：金东工具厂：锅炉烟囱 氮氧化物小时均值超标");
        assertThat(received[0].getHeader("Message-ID"))
                .containsExactly("<" + notification("mail").id() + "@jindong.example>");
        assertThat(received[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received[0].getContentType()).startsWith("multipart/alternative");
        assertThat(received[0].getAllRecipients()[0]).hasToString("li@tool-works.example");
        assertThat(Mails.text(received[0]))
                .contains("数值：212.4 mg/m³（超出限值 6.2 %")
                .contains("http://localhost:8080/#/cases/"
                        + line.only(LIMIT_EXCEEDED).id());
        assertThat(notification("mail").state()).isEqualTo(NotificationStatus.State.DELIVERED);
    }

    @Test
    void a_mail_shows_the_last_means_against_the_limit_where_html_is_shown_and_fetches_nothing() throws Exception {
        line.at("2026-11-23T10:10").hour(NOX, "2026-11-23T09:00", "150.5", 0.98);
        exceed();
        line.deliver();
        String html = Mails.html(mail.getReceivedMessages()[0]);
        assertThat(html)
                .contains("近 2 个小时均值与限值", "11-23 09:00", "150.5", "212.4 超标", "限值", "查看与确认")
                .doesNotContain("<img", "src=", "<script", "url(");
        assertThat(Mails.text(mail.getReceivedMessages()[0])).doesNotContain("小时均值与限值");
    }

    @Test
    void people_of_enterprises_are_led_to_their_own_address_and_the_bureau_to_its_own() throws Exception {
        line.set("links.enterprises", "https://enterprises.example.org");
        line.set("links.officers", "https://officers.example.org");
        line.bureau("Duty desk", "desk@jindong.example");
        exceed();
        line.deliver();
        Map<String, String> links = new HashMap<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            String text = Mails.text(message);
            links.put(
                    message.getAllRecipients()[0].toString(),
                    text.replaceFirst("(?s).*(https://[^/]+)/#/cases/.*", "$1"));
        }
        assertThat(links)
                .containsEntry("li@tool-works.example", "https://enterprises.example.org")
                .containsEntry("desk@jindong.example", "https://officers.example.org");
    }

    @Test
    void a_webhook_gets_the_documented_document_and_an_idempotency_key() {
        exceed();
        line.deliver();
        assertThat(keys).containsExactly(notification("webhook").id());
        JsonObject document = taken.get(0);
        assertThat(document.getString("id")).isEqualTo(notification("webhook").id());
        assertThat(document.getString("event")).isEqualTo("raised");
        assertThat(document.getJsonObject("case").getString("figure")).isEqualTo("212.4");
        assertThat(document.getJsonObject("case").getString("limit")).isEqualTo("200");
        assertThat(document.getJsonObject("title").getString("en")).startsWith("Jindong Tool Works: ");
    }

    @Test
    void an_address_with_a_secret_gets_a_signature_over_id_time_and_body_and_another_gets_none() throws Exception {
        exceed();
        line.deliver();
        assertThat(signatures).containsExactly("null");
        line.set("alerts.webhook.signing.0.url", url(), "alerts.webhook.signing.0.secret", "sixteen characters");
        line.at("2026-11-23T12:10").hour(NOX, "2026-11-23T11:00", "150", 1);
        line.at("2026-11-23T13:10").hour(NOX, "2026-11-23T12:00", "150", 1);
        line.deliver();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("sixteen characters".getBytes(UTF_8), "HmacSHA256"));
        String signed = keys.get(1) + "." + line.clock.instant().getEpochSecond() + "." + bodies.get(1);
        assertThat(signatures.get(1))
                .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8))));
    }

    @Test
    void a_delivered_notification_is_not_sent_again_after_a_restart() {
        exceed();
        line.deliver();
        line.restart().deliver();
        assertThat(taken).hasSize(1);
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void an_overloaded_receiver_is_retried_after_growing_pauses() {
        exceed();
        answer = 503;
        line.deliver().deliver();
        assertThat(taken).hasSize(1);
        assertThat(notification("webhook").attempts()).isEqualTo(1);
        assertThat(notification("webhook").lastError())
                .isEqualTo("http://127.0.0.1:" + hook.actualPort() + " answered 503");
        line.clock.advance(Duration.ofSeconds(10));
        line.deliver();
        assertThat(notification("webhook").nextAttemptAt())
                .isEqualTo(line.clock.instant().plusSeconds(20));
        answer = 200;
        line.clock.advance(Duration.ofSeconds(20));
        line.deliver();
        assertThat(notification("webhook").state()).isEqualTo(NotificationStatus.State.DELIVERED);
        assertThat(notification("webhook").attempts()).isEqualTo(3);
        assertThat(notification("webhook").lastError()).isNull();
        assertThat(keys).hasSize(3).containsOnly(notification("webhook").id());
    }

    @Test
    void whoever_is_no_contact_any_more_gets_nothing_from_that_moment() {
        exceed();
        answer = 503;
        line.deliver();
        assertThat(taken).hasSize(1);
        answer = 200;
        line.registry(new TestPark().onlyContacts(new Contact("王工", "wang@tool-works.example", null, Locale.CHINESE)));
        line.clock.advance(Duration.ofMinutes(5));
        line.deliver();
        assertThat(taken).hasSize(1);
        assertThat(notification("webhook").state()).isEqualTo(NotificationStatus.State.GIVEN_UP);
        assertThat(notification("webhook").lastError()).contains("is no contact of what the case is about any more");
    }

    @Test
    void a_retry_scheduled_while_the_clock_was_ahead_is_due_at_once() {
        exceed();
        answer = 503;
        line.clock.advance(Duration.ofHours(6));
        line.deliver();
        assertThat(notification("webhook").attempts()).isEqualTo(1);
        answer = 200;
        line.clock.advance(Duration.ofHours(-6));
        line.deliver();
        assertThat(notification("webhook").state()).isEqualTo(NotificationStatus.State.DELIVERED);
    }

    @Test
    void a_retry_after_the_longest_pause_is_not_due_before() {
        line.set("alerts.outbox.firstPause", "1h");
        exceed();
        answer = 503;
        line.deliver().deliver();
        assertThat(notification("webhook").attempts()).isEqualTo(1);
    }

    @Test
    void a_final_refusal_is_given_up_and_no_token_is_shown() {
        exceed();
        answer = 404;
        line.deliver();
        assertThat(notification("webhook").state()).isEqualTo(NotificationStatus.State.GIVEN_UP);
        assertThat(notifications()).noneMatch(n -> n.toString().contains("s3cret"));
        line.clock.advance(Duration.ofDays(1));
        line.deliver();
        assertThat(taken).hasSize(1);
    }

    @Test
    void a_redirect_is_not_followed() {
        exceed();
        answer = 302;
        line.deliver();
        assertThat(notification("webhook").state()).isEqualTo(NotificationStatus.State.GIVEN_UP);
    }

    @Test
    void a_receiver_that_never_answers_is_retried() {
        exceed();
        answer = 0;
        line.deliver();
        assertThat(notification("webhook").state()).isEqualTo(NotificationStatus.State.WAITING);
        assertThat(notification("webhook").lastError()).contains("Timeout").doesNotContain("s3cret");
    }

    @Test
    void an_unreachable_mail_server_only_delays_delivery() {
        mail.stop();
        exceed();
        line.deliver();
        assertThat(notification("mail").state()).isEqualTo(NotificationStatus.State.WAITING);
        assertThat(notification("mail").lastError()).startsWith("mail server 127.0.0.1:");
        mail = new GreenMail(new ServerSetup(port(), "127.0.0.1", "smtp"));
        mail.start();
        line.set("mail.port", String.valueOf(mail.getSmtp().getPort()));
        line.clock.advance(Duration.ofSeconds(10));
        line.deliver();
        assertThat(notification("mail").state()).isEqualTo(NotificationStatus.State.DELIVERED);
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_notification_is_given_up_after_three_days_of_failures() {
        exceed();
        answer = 500;
        for (int i = 0; i < 200; i++) {
            line.deliver();
            line.clock.advance(Duration.ofHours(1));
        }
        assertThat(notification("webhook").state()).isEqualTo(NotificationStatus.State.GIVEN_UP);
        assertThat(notification("webhook").lastError())
                .contains("given up after")
                .contains("answered 500");
        assertThat(taken).hasSizeBetween(60, 90);
    }

    @Test
    void a_crash_between_sending_and_recording_sends_again_under_the_same_id() {
        exceed();
        String id = notification("webhook").id();
        line.books().write(tx -> tx.handle()
                .execute("UPDATE alert_outbox SET claimed_by = 'greenpark', claimed_ms = ?", line.clock.millis()));
        line.deliver();
        assertThat(taken).isEmpty();
        line.restart().deliver();
        assertThat(keys).containsExactly(id);
    }

    @Test
    void a_claim_that_another_process_never_finished_is_released() {
        exceed();
        line.books().write(tx -> tx.handle()
                .execute("UPDATE alert_outbox SET claimed_by = 'other', claimed_ms = ?", line.clock.millis()));
        line.restart().deliver();
        assertThat(taken).isEmpty();
        line.clock.advance(Duration.ofMinutes(6));
        line.deliver();
        assertThat(taken).hasSize(1);
    }

    @Test
    void a_later_event_is_not_delivered_before_an_earlier_one() {
        exceed();
        answer = 503;
        line.deliver();
        line.at("2026-11-23T12:10").hour(NOX, "2026-11-23T11:00", "150", 1);
        line.at("2026-11-23T13:10").hour(NOX, "2026-11-23T12:00", "150", 1);
        answer = 200;
        taken.clear();
        line.deliver().deliver();
        assertThat(taken).extracting(d -> d.getString("event")).containsExactly("raised", "cleared");
    }

    private static int port() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
