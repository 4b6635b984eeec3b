package io.greenpark.alerts.outbox;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.CaseEventListener;
import io.greenpark.alerts.cases.WithheldFigures;
import io.greenpark.alerts.outbox.OutboxTable.NewMessage;
import io.greenpark.config.digest.Sha256;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Writes notifications: for every event of a case one row per recipient and channel, in the transaction of the event, so
 * that there is a notification if and only if there is the event. {@link Recipients} says to whom.
 */
public final class Outbox implements CaseEventListener {
    private final RegistrySource registry;
    private final Recipients recipients;
    private final List<Channel> channels;
    private final LinksConfig.Urls urls;
    private final Function<CaseEvent.Kind, Bilingual> eventNames;
    private final WithheldFigures withheld;

    /** @param urls where people reach the console */
    public Outbox(
            RegistrySource registry,
            OutboxConfig config,
            List<Channel> channels,
            LinksConfig.Urls urls,
            Function<CaseEvent.Kind, Bilingual> eventNames,
            WithheldFigures withheld) {
        this.registry = registry;
        this.recipients = new Recipients(config);
        this.channels = List.copyOf(channels);
        this.urls = urls;
        this.eventNames = eventNames;
        this.withheld = withheld;
    }

    @Override
    public void onEvent(Handle handle, Case alertCase, CaseEvent event) {
        Registry current = registry.current();
        Bilingual about = alertCase.about().name(current);
        Case told = withheld.withoutWithheldFigure(alertCase);
        for (Recipients.Recipient recipient : recipients.of(current, alertCase)) {
            Contact contact = recipient.contact();
            String url = recipient.ofEnterprise() ? urls.enterprises() : urls.officers();
            for (Channel channel : channels) {
                String target = channel.target(contact);
                if (target != null) {
                    Notification notification = new Notification(
                            id(told, event, channel.code(), target),
                            told,
                            event,
                            about,
                            eventNames.apply(event.kind()),
                            url + "/#/cases/" + told.id());
                    OutboxTable.CASES.insert(
                            handle,
                            new NewMessage(
                                    notification.messageId(),
                                    told.id(),
                                    event.number(),
                                    null,
                                    channel.code(),
                                    contact,
                                    target,
                                    channel.compose(notification, contact),
                                    event.at()));
                }
            }
        }
    }

    private static String id(Case alertCase, CaseEvent event, String channel, String target) {
        return alertCase.id() + "-" + event.number() + "-" + Sha256.hex(channel + "\n" + target, 6);
    }
}
