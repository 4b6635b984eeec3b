package io.greenpark.alerts.channel.webhook;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.outbox.Channel;
import io.greenpark.alerts.outbox.DeliveryResult;
import io.greenpark.alerts.outbox.Letter;
import io.greenpark.alerts.outbox.Notification;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Posts notifications as JSON. {@code Idempotency-Key} and the document's {@code id} are the message id: a receiver that has
 * seen it may ignore the repetition. 2xx takes it; 408, 425, 429 and 5xx are tried again, every other answer is final.
 * Redirects are not followed. The URL may hold a token, so a reason never shows it, only host and port.
 */
public final class WebhookChannel implements Channel {
    private static final Set<Integer> LATER = Set.of(408, 425, 429);
    private static final Set<Integer> GONE = Set.of(404, 410);
    private static final int OK_BELOW = 300;
    private static final int SERVER_ERRORS = 500;

    private final WebClient client;
    private final WebhookSettings settings;

    public WebhookChannel(Vertx vertx, WebhookSettings settings) {
        this.settings = settings;
        this.client = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setUserAgent("Greenpark")
                        .setFollowRedirects(false)
                        .setConnectTimeout((int) settings.timeout().toMillis()));
    }

    @Override
    public String code() {
        return "webhook";
    }

    @Override
    public @Nullable String target(Contact contact) {
        return contact.webhook();
    }

    @Override
    public Content compose(Notification notification, Contact contact) {
        Case c = notification.alertCase();
        CaseEvent event = notification.event();
        JsonObject document = new JsonObject()
                .put("id", notification.messageId())
                .put("event", event.kind().name().toLowerCase(Locale.ROOT))
                .put("at", event.at().toString())
                .put("language", contact.language().getLanguage())
                .put("title", both(c.title()))
                .put("text", both(notification.text()))
                .put("link", notification.link())
                .put("case", document(c, notification.about()));
        return new Content(c.title().in(contact.language()), document.encode());
    }

    @Override
    public Content compose(String messageId, Letter letter, Contact contact) {
        JsonObject document = new JsonObject()
                .put("id", messageId)
                .put("event", letter.event())
                .put("at", letter.at().toString())
                .put("language", contact.language().getLanguage())
                .put("title", both(letter.title()))
                .put("text", both(letter.text()))
                .put("link", letter.link())
                .put("about", letter.about());
        return new Content(letter.title().in(contact.language()), document.encode());
    }

    private static JsonObject document(Case c, Bilingual about) {
        boolean ofEnterprise = c.enterpriseId() != null;
        return new JsonObject()
                .put("id", c.id())
                .put("rule", c.rule().code())
                .put("state", c.state().name().toLowerCase(Locale.ROOT))
                .put("scope", c.about().scope().name().toLowerCase(Locale.ROOT))
                .put("about", c.about().id())
                .put("aboutName", both(about))
                .put("enterprise", c.enterpriseId())
                .put("enterpriseName", ofEnterprise ? both(about) : null)
                .put("point", c.pointId())
                .put("device", c.deviceId())
                .put("figure", plain(c.figure()))
                .put("limit", plain(c.limit()))
                .put("unit", c.unit())
                .put("since", c.since().toString())
                .put("raisedAt", c.raisedAt().toString())
                .put("clearedAt", text(c.clearedAt()));
    }

    private static JsonObject both(Bilingual name) {
        return new JsonObject().put("zh", name.zh()).put("en", name.en());
    }

    private static @Nullable String plain(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    @Override
    public CompletionStage<DeliveryResult> send(OutboundMessage message) {
        HttpRequest<Buffer> request;
        String host;
        try {
            URI uri = URI.create(message.target());
            host = uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
            request = client.requestAbs(HttpMethod.POST, message.target());
        } catch (RuntimeException e) {
            // The reason must not show the address, whatever is wrong with it.
            return Future.<DeliveryResult>succeededFuture(
                            new DeliveryResult.Undeliverable("the webhook's URL is malformed"))
                    .toCompletionStage();
        }
        Future<DeliveryResult> sent = request.putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("Idempotency-Key", message.id())
                .timeout(settings.timeout().toMillis())
                .sendBuffer(Buffer.buffer(message.body()))
                .map(answer -> result(host, answer.statusCode()))
                .recover(failure -> Future.succeededFuture(
                        DeliveryResult.Retry.failed(host, failure).ofAddress()));
        return sent.toCompletionStage();
    }

    private static DeliveryResult result(String host, int status) {
        if (status < OK_BELOW) {
            return new DeliveryResult.Delivered();
        }
        String reason = host + " answered " + status;
        if (LATER.contains(status) || status >= SERVER_ERRORS) {
            return new DeliveryResult.Retry(reason, reason);
        }
        return new DeliveryResult.Undeliverable(reason, GONE.contains(status) ? reason : null);
    }

    @Override
    public void close() {
        client.close();
    }
}
