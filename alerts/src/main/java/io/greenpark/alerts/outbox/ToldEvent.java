package io.greenpark.alerts.outbox;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.CaseRemark;
import io.greenpark.alerts.cases.RuleCitations;
import io.greenpark.alerts.desk.SaidSteps;
import io.greenpark.alerts.message.CaseFields;
import io.greenpark.alerts.message.MessageField;
import io.greenpark.alerts.message.Messages.Wording;
import io.greenpark.alerts.rulebook.CitedWords;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * An event of a case and what may be told of it: made once, however many are told.
 *
 * @param told the case as whoever is told may see it
 * @param fields what there is to tell; links and ids are each message's own
 */
public record ToldEvent(
        Registry registry, Case told, CaseEvent event, Map<MessageField, Bilingual> fields, Wording wording) {
    /** Within which a case counts as repeated, as it does for its level. */
    private static final Duration REPEATED_WITHIN = Duration.ofDays(30);

    /** @param remark what stands beside the case; null for nothing */
    public static ToldEvent of(
            Handle handle,
            Registry registry,
            Case told,
            CaseEvent event,
            Wording wording,
            @Nullable CaseRemark remark) {
        int repeats = CaseBook.raisedWithin(handle, told.key(), told.since().minus(REPEATED_WITHIN), told.since());
        Map<MessageField, Bilingual> fields = CaseFields.of(registry, told, event, wording, repeats);
        HandlingWords words = HandlingWords.of(
                told,
                event,
                SaidSteps.of(handle, told.id(), event.number()),
                told.about().time(registry).zone());
        RuleCitations.of(handle, told.id()).ifPresent(cited -> fields.put(MessageField.BASIS, CitedWords.of(cited)));
        if (remark != null) {
            fields.put(MessageField.REMARK, remark.text());
        }
        Bilingual handled = lines(words.lines());
        if (handled != null) {
            fields.put(MessageField.HANDLED, handled);
        }
        Bilingual more = words.inLine();
        if (more != null) {
            fields.put(MessageField.MORE, new Bilingual("（" + more.zh() + "）", " (" + more.en() + ")"));
        }
        fields.put(MessageField.TEXT, whole(event, handled, told, remark));
        return new ToldEvent(registry, told, event, fields, wording);
    }

    /** What somebody said, what is to be done about it, what the case said with this event, and what stands beside it. */
    private static Bilingual whole(
            CaseEvent event, @Nullable Bilingual handled, Case told, @Nullable CaseRemark remark) {
        String comment = event.comment();
        Bilingual said = comment == null ? null : new Bilingual("说明：" + comment, "Said: " + comment);
        Bilingual text = event.text() == null ? told.text() : event.text();
        return Objects.requireNonNull(lines(Stream.of(said, handled, text, remark == null ? null : remark.text())
                .filter(Objects::nonNull)
                .toList()));
    }

    /** Whoever stands in is told for whom, in the heading as in the text, so that he knows why it comes to him. */
    private static void sayInPlaceOf(Map<MessageField, Bilingual> fields, String absent) {
        Bilingual title = Objects.requireNonNull(fields.get(MessageField.TITLE));
        fields.put(
                MessageField.TITLE,
                new Bilingual("（代 " + absent + "）" + title.zh(), "(for " + absent + ") " + title.en()));
        Bilingual text = Objects.requireNonNull(fields.get(MessageField.TEXT));
        fields.put(
                MessageField.TEXT,
                new Bilingual(
                        "代办：代 " + absent + "，其外出期间的通知发给您\n" + text.zh(),
                        "Standing in: for " + absent + ", whose messages go to you while that one is absent\n"
                                + text.en()));
    }

    private static @Nullable Bilingual lines(List<Bilingual> lines) {
        return lines.isEmpty()
                ? null
                : new Bilingual(
                        lines.stream().map(Bilingual::zh).collect(Collectors.joining("\n")),
                        lines.stream().map(Bilingual::en).collect(Collectors.joining("\n")));
    }

    /**
     * What one is told of it.
     *
     * @param id of the message
     * @param url where that one reaches the console
     * @param receipt what stands in the link that acknowledges; null where nothing is to be acknowledged
     * @param inPlaceOf who is absent, and would have been told; null where nobody is
     */
    public Notification to(
            String id,
            String url,
            @Nullable String receipt,
            boolean ofEnterprise,
            RecentMeans means,
            @Nullable String inPlaceOf) {
        String link = url + NotificationRows.CASES_PAGE + "/" + told.id();
        String pressed = receipt == null ? null : url + NotificationRows.RECEIPT_PAGE + receipt;
        Map<MessageField, Bilingual> own = new EnumMap<>(fields);
        own.put(MessageField.LINK, Bilingual.same(link));
        own.put(MessageField.MESSAGE, Bilingual.same(id));
        if (inPlaceOf != null) {
            sayInPlaceOf(own, inPlaceOf);
        }
        if (pressed != null) {
            own.put(MessageField.RECEIPT, Bilingual.same(pressed));
        }
        return new Notification(
                id,
                told,
                event,
                told.about().name(registry),
                link,
                pressed,
                ofEnterprise,
                told.about().time(registry).zone(),
                means,
                own,
                wording);
    }
}
