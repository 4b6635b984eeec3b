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

    /** Puts an announcement into the form that is sent; what it returns is kept and sent as it is in every attempt. */
    Content compose(Notification notification, Contact contact);

    /**
     * Sends once. Completes with what came of it, never exceptionally for anything the other side does; the courier
     * decides on retries.
     */
    CompletionStage<Delivery> send(Letter letter);

    @Override
    void close();

    /**
     * @param subject one line
     * @param body the text or document
     */
    record Content(String subject, String body) {}

    /**
     * A message on its way.
     *
     * @param id stable message id
     */
    record Letter(String id, String target, String subject, String body) {}
}
