package io.greenpark.alerts.channel.webhook;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.outbox.Channel;
import io.greenpark.alerts.outbox.Delivery;
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
 * Posts notices as JSON. {@code Idempotency-Key} and the document's {@code id} are the message id: a receiver that has
 * seen it may ignore the repetition. 2xx takes it; 408, 425, 429 and 5xx are tried again, every other answer is final.
 * Redirects are not followed. The URL may hold a token, so it never stands in a reason; host and port do.
 */
public final class WebhookChannel implements Channel {
    private static final Set<Integer> LATER = Set.of(408, 425, 429);
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
    public Content compose(Notification a, Contact contact) {
        Case c = a.of();
        Bilingual text = a.step().text() == null ? c.text() : a.step().text();
        JsonObject document = new JsonObject()
                .put("id", a.messageId())
                .put("event", a.step().kind().name().toLowerCase(Locale.ROOT))
                .put("at", a.step().at().toString())
                .put("language", contact.language().getLanguage())
                .put("title", both(c.title()))
                .put("text", both(text))
                .put("link", a.link())
                .put("case", document(c, a.about()));
        return new Content(c.title().in(contact.language()), document.encode());
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
    public CompletionStage<Delivery> send(Letter letter) {
        HttpRequest<Buffer> request;
        String host;
        try {
            URI uri = URI.create(letter.target());
            host = uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
            request = client.requestAbs(HttpMethod.POST, letter.target());
        } catch (RuntimeException e) {
            // Whatever is wrong with it, the address itself is not to be shown.
            return Future.<Delivery>succeededFuture(new Delivery.Refused("the webhook's URL is malformed"))
                    .toCompletionStage();
        }
        Future<Delivery> sent = request.putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("Idempotency-Key", letter.id())
                .timeout(settings.timeout().toMillis())
                .sendBuffer(Buffer.buffer(letter.body()))
                .map(answer -> judged(host, answer.statusCode()))
                .recover(failure -> Future.succeededFuture(new Delivery.Retry(
                        host + ": " + failure.getClass().getSimpleName().replace("Annotated", ""))));
        return sent.toCompletionStage();
    }

    private static Delivery judged(String host, int status) {
        if (status < OK_BELOW) {
            return new Delivery.Delivered();
        }
        String reason = host + " answered " + status;
        return LATER.contains(status) || status >= SERVER_ERRORS
                ? new Delivery.Retry(reason)
                : new Delivery.Refused(reason);
    }

    @Override
    public void close() {
        client.close();
    }
}
