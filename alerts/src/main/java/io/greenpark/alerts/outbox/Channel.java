package io.greenpark.alerts.outbox;

import io.greenpark.alerts.cases.CaseEvent;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A way to reach people. Any thread may call. */
public interface Channel extends AutoCloseable {
    /** No pace is over a longer time. */
    Duration LONGEST_PACE = Duration.ofHours(1);

    /** {@code mail}, {@code webhook}, {@code sms}, {@code zhezhengding}, or the kind of a robot. */
    String code();

    /** Where it reaches a recipient; null if it does not. What the books keep, so never a secret of a group's. */
    @Nullable
    String target(Recipient recipient);

    /** Puts a notification into the form that is sent; the outbox keeps it and every attempt sends it as it is. */
    Content compose(Notification notification, Recipient recipient);

    /** The same of a letter, whose message has an id. */
    Content compose(String messageId, Letter letter, Recipient recipient);

    /** The same of several notifications together. */
    Content compose(Digest digest, Locale language);

    /** Whether all it sends goes to one server of the settings, so that it can fail as a whole; not where every address is a server's. */
    default boolean hasServer() {
        return true;
    }

    /** Whether it tells of such events at all. */
    default boolean tells(CaseEvent.Kind event) {
        return true;
    }

    /** Whether what it sends is read by people, who can press a link, and not by a program. */
    default boolean isReadByPeople() {
        return true;
    }

    /** Whether it takes letters. */
    default boolean takesLetters() {
        return true;
    }

    /** Whether it shows the last means of a case of limits. */
    default boolean showsMeans() {
        return false;
    }

    /** Whether there are addresses that take only so many messages in a time. */
    default boolean isPaced() {
        return false;
    }

    /** How fast the other side takes messages to an address; within {@link #LONGEST_PACE}. */
    default Pace pace(String target) {
        return Pace.ANY;
    }

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
     * @param html the same for programs that show more than text; null where there is none
     */
    record Content(String subject, String body, @Nullable String html) {
        /** One that is text alone. */
        public Content(String subject, String body) {
            this(subject, body, null);
        }
    }

    /**
     * A notification in the form in which a channel sends it.
     *
     * @param id stable message id
     * @param html see {@link Content}
     */
    record OutboundMessage(
            String id,
            String target,
            String subject,
            String body,
            @Nullable String html) {
        /** One that is text alone. */
        public OutboundMessage(String id, String target, String subject, String body) {
            this(id, target, subject, body, null);
        }
    }
}
