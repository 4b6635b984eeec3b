package io.greenpark.alerts.channel.mail;

import io.greenpark.alerts.outbox.Channel;
import io.greenpark.alerts.outbox.DeliveryResult;
import io.greenpark.alerts.outbox.Letter;
import io.greenpark.alerts.outbox.Notification;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends notifications as plain-text mail. The message id is the mail's Message-ID. */
public final class MailChannel implements Channel {
    private static final int FIRST_AUTHENTICATION_CODE = 530;
    private static final int LAST_AUTHENTICATION_CODE = 538;

    /** How the client calls the steps of SMTP at which an address fails. */
    private static final List<String> ADDRESS_STAGES =
            List.of("recipient address not accepted", "DATA command not accepted", "sending data failed");

    private final MailSettings settings;
    private final MailClient client;

    public MailChannel(Vertx vertx, MailSettings settings) {
        this.settings = settings;
        this.client = MailClient.create(vertx, config(settings));
    }

    private static MailConfig config(MailSettings s) {
        MailConfig config = new MailConfig(
                        Objects.requireNonNull(s.host(), "mail.host"),
                        s.port(),
                        s.tls() == MailSettings.Tls.STARTTLS ? StartTLSOptions.REQUIRED : StartTLSOptions.DISABLED,
                        s.userName() == null ? LoginOption.DISABLED : LoginOption.REQUIRED)
                .setSsl(s.tls() == MailSettings.Tls.TLS)
                .setMaxPoolSize(2)
                .setConnectTimeout((int) s.timeout().toMillis())
                .setIdleTimeout((int) s.timeout().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        if (s.tls() != MailSettings.Tls.NONE) {
            config.setHostnameVerificationAlgorithm("HTTPS");
        }
        if (s.userName() != null) {
            config.setUsername(s.userName()).setPassword(Objects.requireNonNullElse(s.password(), ""));
        }
        return config;
    }

    @Override
    public String code() {
        return "mail";
    }

    @Override
    public @Nullable String target(Contact contact) {
        return contact.email();
    }

    @Override
    public Content compose(Notification notification, Contact contact) {
        Locale language = contact.language();
        String event = notification.eventName().in(language);
        String subject = "[Greenpark] " + event + new Bilingual("：", ": ").in(language)
                + notification.alertCase().title().in(language);
        Bilingual foot = new Bilingual(
                "查看与确认：" + notification.link() + "\n\n本邮件由 Greenpark 自动发送，请勿回复。消息编号：" + notification.messageId(),
                "View and acknowledge: " + notification.link()
                        + "\n\nSent by Greenpark; please do not reply. Message id: " + notification.messageId());
        String body = subject.substring("[Greenpark] ".length()) + "\n\n"
                + notification.text().in(language) + "\n\n" + foot.in(language) + "\n";
        return new Content(subject.replaceAll("[\\r\\n]+", " "), body);
    }

    @Override
    public Content compose(String messageId, Letter letter, Contact contact) {
        Locale language = contact.language();
        String title = letter.title().in(language);
        Bilingual foot = new Bilingual(
                "办理：" + letter.link() + "\n\n本邮件由 Greenpark 自动发送，请勿回复。消息编号：" + messageId,
                "Go there: " + letter.link() + "\n\nSent by Greenpark; please do not reply. Message id: " + messageId);
        String body = title + "\n\n" + letter.text().in(language) + "\n\n" + foot.in(language) + "\n";
        return new Content(("[Greenpark] " + title).replaceAll("[\\r\\n]+", " "), body);
    }

    @Override
    public CompletionStage<DeliveryResult> send(OutboundMessage message) {
        MailMessage mail = new MailMessage()
                .setFrom(settings.from())
                .setTo(message.target())
                .setSubject(message.subject())
                .setText(message.body())
                .addHeader("Message-ID", "<" + message.id() + "@" + domain() + ">")
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("X-Greenpark-Notice", message.id());
        Future<DeliveryResult> sent = client.sendMail(mail)
                .<DeliveryResult>map(result -> new DeliveryResult.Delivered())
                .recover(failure -> Future.succeededFuture(failed(failure)));
        return sent.toCompletionStage();
    }

    private String domain() {
        return settings.from().substring(settings.from().indexOf('@') + 1);
    }

    /** A refusal of this mail is final; a sign-in that the server refuses is for the operator to put right. */
    private DeliveryResult failed(Throwable failure) {
        if (failure instanceof SMTPException smtp) {
            int code = smtp.getReplyCode();
            boolean authentication = code >= FIRST_AUTHENTICATION_CODE && code <= LAST_AUTHENTICATION_CODE;
            String reason = "the mail server answered " + code + (authentication ? "; see mail.username" : "");
            String answer = isOfAddress(smtp) ? answer(smtp) : null;
            return smtp.isPermanent() && !authentication
                    ? new DeliveryResult.Undeliverable(reason, answer)
                    : new DeliveryResult.Retry(reason, authentication ? null : answer);
        }
        return DeliveryResult.Retry.failed("mail server " + settings.host() + ":" + settings.port(), failure);
    }

    /** The server refuses the recipient or the mail, and not the sender or this installation. */
    private static boolean isOfAddress(SMTPException smtp) {
        String stage = String.valueOf(smtp.getMessage());
        return ADDRESS_STAGES.stream().anyMatch(stage::startsWith);
    }

    private static String answer(SMTPException smtp) {
        return (smtp.getReplyCode() + " "
                        + String.join(" ", smtp.getReplyMessages())
                                .replaceFirst("^" + smtp.getReplyCode() + "[ -]?", ""))
                .replaceAll("\\s+", " ")
                .strip();
    }

    @Override
    public void close() {
        client.close();
    }
}
