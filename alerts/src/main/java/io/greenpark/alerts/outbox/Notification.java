package io.greenpark.alerts.outbox;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.message.MessageFamily;
import io.greenpark.alerts.message.MessageField;
import io.greenpark.alerts.message.MessagePart;
import io.greenpark.alerts.message.Messages.Wording;
import io.greenpark.park.text.Bilingual;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one recipient is to be told of one event of a case.
 *
 * @param messageId stable, the same in every attempt
 * @param about name of the enterprise, park or district
 * @param link where the console shows the case
 * @param receipt link that acknowledges the case for this recipient; null where nothing is to be acknowledged
 * @param ofEnterprise whether the recipient is an enterprise's, and not of an office
 * @param zone of times
 * @param means the last means, for channels that show them
 * @param fields what may be told of the case
 * @param wording in which words
 */
public record Notification(
        String messageId,
        Case alertCase,
        CaseEvent event,
        Bilingual about,
        String link,
        @Nullable String receipt,
        boolean ofEnterprise,
        ZoneId zone,
        RecentMeans means,
        Map<MessageField, Bilingual> fields,
        Wording wording) {
    public Notification {
        fields = Map.copyOf(fields);
    }

    /** What the case said with this event, and what somebody said of it. */
    public Bilingual text() {
        return Objects.requireNonNull(fields.get(MessageField.TEXT));
    }

    /** A part of a message. */
    public String part(MessageFamily family, MessagePart part, Locale language) {
        return wording.part(family, event.kind(), part, language, fields);
    }

    /** What it says in a line. */
    public String line(Locale language) {
        return part(MessageFamily.LINE, MessagePart.HEADING, language);
    }

    /** The lines with links: what acknowledges, where there is such a link, and where the console shows it. */
    public String links(MessageFamily family, Locale language) {
        String colon = new Bilingual("：", ": ").in(language);
        String go = part(family, MessagePart.GO, language) + colon + link;
        return receipt == null ? go : receiptWords(family, language) + colon + receipt + "\n" + go;
    }

    /** What stands before the link that acknowledges. */
    public String receiptWords(MessageFamily family, Locale language) {
        return part(family, ofEnterprise ? MessagePart.ACKNOWLEDGE : MessagePart.SEEN, language);
    }
}
