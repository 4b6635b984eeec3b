package io.greenpark.alerts.channel.mail;

import io.greenpark.alerts.bounce.ReturnTags;
import io.greenpark.alerts.message.MessageFamily;
import io.greenpark.alerts.message.MessagePart;
import io.greenpark.alerts.outbox.Channel;
import io.greenpark.alerts.outbox.DeliveryResult;
import io.greenpark.alerts.outbox.Digest;
import io.greenpark.alerts.outbox.Letter;
import io.greenpark.alerts.outbox.Notification;
import io.greenpark.alerts.outbox.Recipient;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends notifications as mail, as text and, for programs that show it, as HTML. The message id is the mail's Message-ID. */
public final class MailChannel implements Channel {
    private static final int FIRST_AUTHENTICATION_CODE = 530;
    private static final int LAST_AUTHENTICATION_CODE = 538;

    /** How the client calls the steps of SMTP at which an address fails. */
    private static final List<String> ADDRESS_STAGES =
            List.of("recipient address not accepted", "DATA command not accepted", "sending data failed");

    private final MailSettings settings;
    private final @Nullable ReturnTags tags;
    private final MailClient client;

    /** Mails that are not looked for where they come back. */
    public MailChannel(Vertx vertx, MailSettings settings) {
        this(vertx, settings, null);
    }

    /** @param tags by what mails are known that come back; null where nobody looks for them */
    public MailChannel(Vertx vertx, MailSettings settings, @Nullable ReturnTags tags) {
        this.tags = tags;
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
    public @Nullable String target(Recipient recipient) {
        return recipient.email();
    }

    @Override
    public boolean showsMeans() {
        return true;
    }

    @Override
    public Content compose(Notification notification, Recipient recipient) {
        return content(notification, recipient.language());
    }

    /** A notification as a mail. */
    public static Content content(Notification told, Locale language) {
        String heading = told.part(MessageFamily.MAIL, MessagePart.HEADING, language);
        String text = told.part(MessageFamily.MAIL, MessagePart.BODY, language);
        String foot = told.part(MessageFamily.MAIL, MessagePart.FOOT, language);
        String body =
                heading + "\n\n" + text + "\n\n" + told.links(MessageFamily.MAIL, language) + "\n\n" + foot + "\n";
        List<HtmlMail.Link> links = new ArrayList<>();
        if (told.receipt() != null) {
            links.add(new HtmlMail.Link(told.receiptWords(MessageFamily.MAIL, language), told.receipt()));
        }
        links.add(new HtmlMail.Link(told.part(MessageFamily.MAIL, MessagePart.GO, language), told.link()));
        String html = HtmlMail.of(
                heading, lines(text), HtmlMail.chart(told.means(), told.zone(), language), links, foot, language);
        String subject = told.part(MessageFamily.MAIL, MessagePart.SUBJECT, language);
        return new Content(subject.replaceAll("[\\r\\n]+", " "), body, html);
    }

    @Override
    public Content compose(String messageId, Letter letter, Recipient recipient) {
        Locale language = recipient.language();
        String title = letter.title().in(language);
        Bilingual foot = new Bilingual(
                "办理：" + letter.link() + "\n\n本邮件由 Greenpark 自动发送，请勿回复。消息编号：" + messageId,
                "Go there: " + letter.link() + "\n\nSent by Greenpark; please do not reply. Message id: " + messageId);
        String body = title + "\n\n" + letter.text().in(language) + "\n\n" + foot.in(language) + "\n";
        String html = HtmlMail.of(
                title,
                lines(letter.text().in(language)),
                "",
                List.of(new HtmlMail.Link(new Bilingual("办理", "Go there").in(language), letter.link())),
                sender(messageId).in(language),
                language);
        return new Content(("[Greenpark] " + title).replaceAll("[\\r\\n]+", " "), body, html);
    }

    @Override
    public Content compose(Digest digest, Locale language) {
        String title = digest.title().in(language);
        Bilingual foot = new Bilingual(
                "查看与确认：" + digest.link() + "\n\n本邮件由 Greenpark 自动发送，请勿回复。消息编号：" + digest.messageId(),
                "View and acknowledge: " + digest.link() + "\n\nSent by Greenpark; please do not reply. Message id: "
                        + digest.messageId());
        String body = title + "\n\n- " + String.join("\n- ", digest.lines()) + "\n\n" + foot.in(language) + "\n";
        String html = HtmlMail.of(
                title,
                digest.lines().stream().map(line -> "• " + line).toList(),
                "",
                List.of(new HtmlMail.Link(new Bilingual("查看与确认", "View and acknowledge").in(language), digest.link())),
                sender(digest.messageId()).in(language),
                language);
        return new Content("[Greenpark] " + title, body, html);
    }

    private static Bilingual sender(String messageId) {
        return new Bilingual(
                "本邮件由 Greenpark 自动发送，请勿回复。消息编号：" + messageId,
                "Sent by Greenpark; please do not reply. Message id: " + messageId);
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\n"));
    }

    @Override
    public CompletionStage<DeliveryResult> send(OutboundMessage message) {
        MailMessage mail = new MailMessage()
                .setFrom(settings.from())
                .setTo(message.target())
                .setSubject(message.subject())
                .setText(message.body())
                .addHeader(
                        "Message-ID",
                        "<" + (tags == null ? message.id() : tags.of(message.id())) + "@" + domain() + ">")
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("X-Greenpark-Notice", message.id());
        if (tags != null) {
            mail.addHeader(ReturnTags.HEADER, tags.of(message.id()));
            String comesBackTo = tags.addressOf(message.id());
            if (comesBackTo != null) {
                mail.setBounceAddress(comesBackTo);
            }
        }
        String html = message.html();
        if (html != null) {
            mail.setHtml(html);
        }
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
