package io.greenpark.lab.bench.rules;

import io.greenpark.alerts.outbox.Channel;
import io.greenpark.alerts.outbox.DeliveryResult;
import io.greenpark.alerts.outbox.Digest;
import io.greenpark.alerts.outbox.Letter;
import io.greenpark.alerts.outbox.Notification;
import io.greenpark.alerts.outbox.Recipient;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Mail that is written and never goes out. */
final class NoMail implements Channel {
    @Override
    public String code() {
        return "mail";
    }

    @Override
    public @Nullable String target(Recipient recipient) {
        return recipient.email();
    }

    @Override
    public Content compose(Notification notification, Recipient recipient) {
        return new Content(
                notification.alertCase().title().zh(),
                notification.alertCase().text().zh());
    }

    @Override
    public Content compose(String messageId, Letter letter, Recipient recipient) {
        return new Content(letter.title().zh(), letter.text().zh());
    }

    @Override
    public Content compose(Digest digest, Locale language) {
        return new Content(digest.title().in(language), String.join("\n", digest.lines()));
    }

    @Override
    public CompletionStage<DeliveryResult> send(OutboundMessage message) {
        return CompletableFuture.failedFuture(new IllegalStateException("nothing is delivered here"));
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
