package io.greenpark.alerts.outbox;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseEventListener;
import io.greenpark.config.digest.Sha256;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Writes notices: for every step of a case one row per recipient and channel, in the transaction of the step, so that
 * there is a notice if and only if there is the step. {@link Recipients} says to whom.
 */
public final class Outbox implements CaseEventListener {
    private final RegistrySource registry;
    private final Recipients recipients;
    private final List<Channel> channels;
    private final String consoleUrl;
    private final Function<Case.CaseEvent.Kind, Bilingual> words;

    /**
     * @param consoleUrl where people reach the console, without a slash at its end
     * @param words names of the steps
     */
    public Outbox(
            RegistrySource registry,
            OutboxConfig config,
            List<Channel> channels,
            String consoleUrl,
            Function<Case.CaseEvent.Kind, Bilingual> words) {
        this.registry = registry;
        this.recipients = new Recipients(config);
        this.channels = List.copyOf(channels);
        this.consoleUrl = consoleUrl;
        this.words = words;
    }

    @Override
    public void announce(Handle handle, Case of, Case.CaseEvent step) {
        Registry now = registry.current();
        Bilingual name = of.about().name(now);
        for (Contact contact : recipients.of(now, of)) {
            for (Channel channel : channels) {
                String target = channel.target(contact);
                if (target != null) {
                    write(handle, channel, contact, target, notification(of, step, name, channel, target));
                }
            }
        }
    }

    private Notification notification(Case of, Case.CaseEvent step, Bilingual about, Channel channel, String target) {
        String id = of.id() + "-" + step.number() + "-" + Sha256.hex(channel.code() + "\n" + target, 6);
        return new Notification(id, of, step, about, words.apply(step.kind()), consoleUrl + "/#/cases/" + of.id());
    }

    private static void write(Handle handle, Channel channel, Contact contact, String target, Notification a) {
        Channel.Content content = channel.compose(a, contact);
        handle.createUpdate("INSERT INTO alert_outbox (id, case_id, step, channel, recipient, target, subject, body,"
                        + " created_ms, attempts, next_attempt_ms) VALUES (:id, :case, :step, :channel, :recipient,"
                        + " :target, :subject, :body, :created, 0, :created) ON CONFLICT DO NOTHING")
                .bind("id", a.messageId())
                .bind("case", a.of().id())
                .bind("step", a.step().number())
                .bind("channel", channel.code())
                .bind("recipient", contact.name())
                .bind("target", target)
                .bind("subject", content.subject())
                .bind("body", content.body())
                .bind("created", a.step().at().toEpochMilli())
                .execute();
    }
}
