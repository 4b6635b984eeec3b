package io.greenpark.alerts.outbox;

import io.greenpark.park.registry.Contact;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A way to reach people. Any thread may call. */
public interface Channel extends AutoCloseable {
    /** {@code mail} or {@code webhook}. */
    String code();

    /** Where it reaches a contact; null if it does not. */
    @Nullable
    String target(Contact contact);

    /** Puts a notification into the form that is sent; the outbox keeps it and every attempt sends it as it is. */
    Content compose(Notification notification, Contact contact);

    /** The same of a letter, whose message has an id. */
    Content compose(String messageId, Letter letter, Contact contact);

    /**
     * Attempts delivery once. Completes with what came of it, never exceptionally for anything the other side does; the
     * dispatcher decides on retries.
     */
    CompletionStage<DeliveryResult> send(OutboundMessage message);

    @Override
    void close();

    /**
     * @param subject one line
     * @param body the text or document
     */
    record Content(String subject, String body) {}

    /**
     * A notification in the form in which a channel sends it.
     *
     * @param id stable message id
     */
    record OutboundMessage(String id, String target, String subject, String body) {}
}
