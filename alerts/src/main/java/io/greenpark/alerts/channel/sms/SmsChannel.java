package io.greenpark.alerts.channel.sms;

import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.channel.http.ChannelClient;
import io.greenpark.alerts.message.Placeholders;
import io.greenpark.alerts.outbox.Channel;
import io.greenpark.alerts.outbox.DeliveryResult;
import io.greenpark.alerts.outbox.Digest;
import io.greenpark.alerts.outbox.Letter;
import io.greenpark.alerts.outbox.MobilePhone;
import io.greenpark.alerts.outbox.Notification;
import io.greenpark.alerts.outbox.Recipient;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Sends SMS by approved templates to those who agreed to it. What the outbox keeps is the template's code and what is put into it; how the gateway has
 * it is in the settings, so that a changed gateway takes what waits.
 */
public final class SmsChannel implements Channel {
    private final SmsSettings settings;
    private final WebClient client;
    private final Clock clock;

    public SmsChannel(Vertx vertx, SmsSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.client = ChannelClient.of(vertx, settings.timeout());
    }

    @Override
    public String code() {
        return "sms";
    }

    @Override
    public @Nullable String target(Recipient recipient) {
        String written = recipient.phone();
        String phone = written == null ? null : MobilePhone.of(written);
        return phone != null && settings.agreed().contains(phone) ? phone : null;
    }

    @Override
    public boolean tells(CaseEvent.Kind event) {
        return settings.templates().of(event, "zh").isPresent();
    }

    @Override
    public boolean takesLetters() {
        return settings.templates().of(SmsTemplate.LETTER, "zh").isPresent();
    }

    @Override
    public Content compose(Notification notification, Recipient recipient) {
        Locale language = recipient.language();
        SmsTemplate template = settings.templates()
                .of(notification.event().kind(), language.getLanguage())
                .orElseThrow();
        return content(notification, template, notification.alertCase().title().in(language));
    }

    /** As the wording in force has it. */
    static Content content(Notification told, SmsTemplate template, String title) {
        Map<String, String> facts = SmsFacts.of(told, in(template));
        SmsTemplate worded = template.with(variable -> told.wording()
                .variable(told.event().kind(), variable.name(), in(template))
                .map(variable::with)
                .filter(own -> !Placeholders.fill(own.value(), facts).isBlank())
                .orElse(variable));
        return content(title, worded, facts);
    }

    @Override
    public Content compose(String messageId, Letter letter, Recipient recipient) {
        SmsTemplate template = ofLetter(letter, recipient.language().getLanguage());
        return content(letter.title().in(recipient.language()), template, SmsFacts.of(letter, in(template)));
    }

    /** A test message goes by what there is, so that every gateway can be tried. */
    private SmsTemplate ofLetter(Letter letter, String language) {
        SmsTemplates templates = settings.templates();
        return (letter.event().equals(Letter.TEST)
                        ? templates.of(SmsTemplate.TEST, language)
                        : Optional.<SmsTemplate>empty())
                .or(() -> templates.of(SmsTemplate.LETTER, language))
                .or(() -> templates.of(SmsTemplate.DIGEST, language))
                .orElseThrow();
    }

    @Override
    public Content compose(Digest digest, Locale language) {
        SmsTemplate template = settings.templates()
                .of(SmsTemplate.DIGEST, language.getLanguage())
                .orElseThrow();
        return content(digest.title().in(language), template, SmsFacts.of(digest, in(template)));
    }

    /** What is put into a template is in its language. */
    private static Locale in(SmsTemplate template) {
        return Locale.forLanguageTag(template.language());
    }

    private static Content content(String title, SmsTemplate template, Map<String, String> facts) {
        JsonObject variables = new JsonObject();
        template.fill(facts).forEach(variables::put);
        return new Content(
                title,
                new JsonObject()
                        .put("template", template.code())
                        .put("variables", variables)
                        .encode());
    }

    @Override
    public CompletionStage<DeliveryResult> send(OutboundMessage message) {
        Future<DeliveryResult> sent;
        try {
            sent = request(message).map(answer -> settings.answer()
                    .result(answer.statusCode(), answer.getHeader("Retry-After"), answer.bodyAsString()));
        } catch (RuntimeException e) {
            // The reason must not show the address, whatever is wrong with it.
            sent = Future.succeededFuture(new DeliveryResult.Retry("the SMS gateway's address is malformed"));
        }
        return sent.recover(failure -> Future.succeededFuture(DeliveryResult.Retry.failed("the SMS gateway", failure)))
                .toCompletionStage();
    }

    private Future<HttpResponse<Buffer>> request(OutboundMessage message) {
        SmsRequest put = SmsRequest.of(settings, message);
        HttpMethod method = HttpMethod.valueOf(settings.method().name());
        HttpRequest<Buffer> request =
                client.requestAbs(method, put.url()).timeout(settings.timeout().toMillis());
        settings.headers().forEach(header -> request.putHeader(header.name(), put.filled(header.value())));
        AliyunSignature signing = settings.signing();
        if (signing != null) {
            signing.headers(
                            method.name(),
                            put.address(),
                            put.query(),
                            put.body(),
                            clock.instant(),
                            UUID.randomUUID().toString())
                    .forEach(request::putHeader);
        }
        if (put.body().isEmpty()) {
            return request.send();
        }
        return request.putHeader("Content-Type", put.contentType()).sendBuffer(Buffer.buffer(put.body()));
    }

    @Override
    public void close() {
        client.close();
    }
}
