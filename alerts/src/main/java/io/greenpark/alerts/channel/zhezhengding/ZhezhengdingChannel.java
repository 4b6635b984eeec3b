package io.greenpark.alerts.channel.zhezhengding;

import io.greenpark.alerts.channel.robot.FittingText;
import io.greenpark.alerts.message.MessageFamily;
import io.greenpark.alerts.message.MessagePart;
import io.greenpark.alerts.outbox.BureauRecipient;
import io.greenpark.alerts.outbox.Channel;
import io.greenpark.alerts.outbox.DeliveryResult;
import io.greenpark.alerts.outbox.Digest;
import io.greenpark.alerts.outbox.Letter;
import io.greenpark.alerts.outbox.Notification;
import io.greenpark.alerts.outbox.Recipient;
import io.greenpark.alerts.outbox.RetryAfter;
import io.greenpark.alerts.outbox.WorkAddress;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Sends work messages of the government's DingTalk to accounts and organizations of the bureau. The message id is the {@code bizMsgId}, by which the
 * gateway tells a repetition, and by which a message can be taken back.
 */
public final class ZhezhengdingChannel implements Channel {
    private static final String PATH = "/message/workNotification";
    private static final int MOST_BYTES = 2_000;
    private static final int OK = 200;

    private final Gateway gateway;
    private final ZhezhengdingSettings settings;
    private final Map<String, WorkAddress> addresses = new HashMap<>();

    public ZhezhengdingChannel(Vertx vertx, ZhezhengdingSettings settings, List<BureauRecipient> bureau, Clock clock) {
        this.settings = settings;
        this.gateway = new Gateway(vertx, settings, clock);
        for (BureauRecipient recipient : bureau) {
            WorkAddress work = recipient.work();
            if (work != null) {
                addresses.put(recipient.contact().name(), work);
            }
        }
    }

    @Override
    public String code() {
        return "zhezhengding";
    }

    @Override
    public @Nullable String target(Recipient recipient) {
        WorkAddress work = recipient.ofBureau() ? addresses.get(recipient.name()) : null;
        return work == null ? null : work.target();
    }

    @Override
    public Content compose(Notification notification, Recipient recipient) {
        return content(notification, recipient.language());
    }

    /** A notification as a work message. */
    public static Content content(Notification told, Locale language) {
        String text = told.part(MessageFamily.WORK, MessagePart.BODY, language);
        String heading = told.part(MessageFamily.WORK, MessagePart.HEADING, language);
        return new Content(
                told.line(language),
                FittingText.of(
                        heading,
                        Arrays.asList(text.split("\n")),
                        told.links(MessageFamily.WORK, language),
                        MOST_BYTES));
    }

    @Override
    public Content compose(String messageId, Letter letter, Recipient recipient) {
        Locale language = recipient.language();
        return content(letter.title().in(language), letter.text().in(language), letter.link(), language);
    }

    @Override
    public Content compose(Digest digest, Locale language) {
        return content(digest.title().in(language), String.join("\n", digest.lines()), digest.link(), language);
    }

    private static Content content(String title, String text, String link, Locale language) {
        String foot = new Bilingual("查看：" + link, "Look: " + link).in(language);
        return new Content(
                title, FittingText.of("[Greenpark] " + title, Arrays.asList(text.split("\n")), foot, MOST_BYTES));
    }

    @Override
    public CompletionStage<DeliveryResult> send(OutboundMessage message) {
        return gateway.post(PATH, parameters(message))
                .map(ZhezhengdingChannel::result)
                .recover(failure -> Future.succeededFuture(
                        failure instanceof Gateway.Refused refused
                                ? new DeliveryResult.Retry(refused.reason())
                                : DeliveryResult.Retry.failed(Gateway.NAME, failure)))
                .toCompletionStage();
    }

    private Map<String, String> parameters(OutboundMessage message) {
        WorkAddress work = WorkAddress.of(message.target());
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("tenantId", settings.tenantId());
        parameters.put("bizMsgId", message.id());
        parameters.put(work.kind() == WorkAddress.Kind.ACCOUNT ? "receiverIds" : "organizationCodes", work.id());
        parameters.put(
                "msg",
                new JsonObject()
                        .put("msgtype", "text")
                        .put("text", new JsonObject().put("content", message.body()))
                        .encode());
        return parameters;
    }

    private static DeliveryResult result(HttpResponse<Buffer> answer) {
        if (answer.statusCode() != OK) {
            return new DeliveryResult.Retry(Gateway.NAME + " answered " + answer.statusCode())
                    .after(RetryAfter.seconds(answer.getHeader("Retry-After")));
        }
        String refusal = GatewayAnswer.of(answer).refusal();
        return refusal == null
                ? new DeliveryResult.Delivered()
                : new DeliveryResult.Retry(Gateway.NAME + " answered " + refusal);
    }

    @Override
    public void close() {
        gateway.close();
    }
}
