package io.greenpark.alerts.channel.webhook;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.channel.http.ChannelClient;
import io.greenpark.alerts.outbox.Channel;
import io.greenpark.alerts.outbox.DeliveryResult;
import io.greenpark.alerts.outbox.Digest;
import io.greenpark.alerts.outbox.Letter;
import io.greenpark.alerts.outbox.Notification;
import io.greenpark.alerts.outbox.Recipient;
import io.greenpark.alerts.outbox.RetryAfter;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Posts notifications as JSON. {@code Idempotency-Key} and the document's {@code id} are the message id: a receiver that has
 * seen it may ignore the repetition. 2xx takes it; 408, 425, 429 and 5xx are tried again, every other answer is final.
 * Redirects are not followed. Where its address has a secret a notice is signed, see {@link WebhookSignature}. The URL may hold a token, so a reason never shows it, only host and port.
 */
public final class WebhookChannel implements Channel {
    private static final Set<Integer> LATER = Set.of(408, 425, 429);
    private static final Set<Integer> GONE = Set.of(404, 410);
    private static final int OK_BELOW = 300;
    private static final int SERVER_ERRORS = 500;

    private final WebClient client;
    private final WebhookSettings settings;
    private final Clock clock;

    public WebhookChannel(Vertx vertx, WebhookSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.client = ChannelClient.of(vertx, settings.timeout());
    }

    @Override
    public String code() {
        return "webhook";
    }

    @Override
    public boolean hasServer() {
        return false;
    }

    @Override
    public boolean isReadByPeople() {
        return false;
    }

    @Override
    public @Nullable String target(Recipient recipient) {
        return recipient.webhook();
    }

    @Override
    public Content compose(Notification notification, Recipient recipient) {
        Case c = notification.alertCase();
        CaseEvent event = notification.event();
        JsonObject document = new JsonObject()
                .put("id", notification.messageId())
                .put("event", event.kind().name().toLowerCase(Locale.ROOT))
                .put("at", event.at().toString())
                .put("language", recipient.language().getLanguage())
                .put("title", both(c.title()))
                .put("text", both(notification.text()))
                .put("link", notification.link())
                .put("case", document(c, notification.about()));
        return new Content(c.title().in(recipient.language()), document.encode());
    }

    @Override
    public Content compose(String messageId, Letter letter, Recipient recipient) {
        JsonObject document = new JsonObject()
                .put("id", messageId)
                .put("event", letter.event())
                .put("at", letter.at().toString())
                .put("language", recipient.language().getLanguage())
                .put("title", both(letter.title()))
                .put("text", both(letter.text()))
                .put("link", letter.link())
                .put("about", letter.about());
        return new Content(letter.title().in(recipient.language()), document.encode());
    }

    @Override
    public Content compose(Digest digest, Locale language) {
        JsonObject document = new JsonObject()
                .put("id", digest.messageId())
                .put("event", "digest")
                .put("language", language.getLanguage())
                .put("title", both(digest.title()))
                .put("lines", new JsonArray(digest.lines()))
                .put("link", digest.link());
        return new Content(digest.title().in(language), document.encode());
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
        String secret = settings.secret(message.target());
        if (secret != null) {
            Instant now = clock.instant();
            request.putHeader(WebhookSignature.ID, message.id())
                    .putHeader(WebhookSignature.TIMESTAMP, String.valueOf(now.getEpochSecond()))
                    .putHeader(
                            WebhookSignature.SIGNATURE, WebhookSignature.of(secret, message.id(), now, message.body()));
        }
        Future<DeliveryResult> sent = request.putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("Idempotency-Key", message.id())
                .timeout(settings.timeout().toMillis())
                .sendBuffer(Buffer.buffer(message.body()))
                .map(answer -> result(host, answer.statusCode(), answer.getHeader("Retry-After")))
                .recover(failure -> Future.succeededFuture(
                        DeliveryResult.Retry.failed(host, failure).ofAddress()));
        return sent.toCompletionStage();
    }

    private static DeliveryResult result(String host, int status, @Nullable String retryAfter) {
        if (status < OK_BELOW) {
            return new DeliveryResult.Delivered();
        }
        String reason = host + " answered " + status;
        if (LATER.contains(status) || status >= SERVER_ERRORS) {
            return new DeliveryResult.Retry(reason, reason).after(RetryAfter.seconds(retryAfter));
        }
        return new DeliveryResult.Undeliverable(reason, GONE.contains(status) ? reason : null);
    }

    @Override
    public void close() {
        client.close();
    }
}
