package io.greenpark.alerts.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.alerts.cases.CaseEvent.Kind;
import io.greenpark.alerts.policy.PolicyFault;
import io.greenpark.alerts.policy.PolicyJson;
import io.greenpark.park.text.Bilingual;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageTemplateKindTest {
    private static final Map<MessageField, Bilingual> KNOWN = Map.of(
            MessageField.EVENT, new Bilingual("预警触发", "Raised"),
            MessageField.TITLE, new Bilingual("工具厂：超标", "Tool Works: over its limit"),
            MessageField.LEVEL, new Bilingual("蓝色", "Blue"),
            MessageField.SAID, Bilingual.same("{title} $1 \\"));

    private static MessageTemplates read(String document) {
        return new MessageTemplateKind().read(PolicyJson.root("document", document));
    }

    private static String line(String zh, String en) {
        return "{\"texts\": [{\"channel\": \"line\", \"event\": \"any\", \"zh\": {\"heading\": \"" + zh
                + "\"}, \"en\": {\"heading\": \"" + en + "\"}}]}";
    }

    private static String said(String document) {
        return Messages.shipped()
                .wording(read(document))
                .part(MessageFamily.LINE, Kind.RAISED, MessagePart.HEADING, Locale.ENGLISH, KNOWN);
    }

    private static void refused(String document, String... words) {
        assertThatThrownBy(() -> read(document)).isInstanceOfSatisfying(PolicyFault.class, fault -> {
            assertThat(fault.words().en()).contains(words);
            assertThat(fault.words().zh()).isNotBlank();
        });
    }

    @Test
    void what_is_shipped_names_every_step_and_has_every_part() {
        MessageTemplates shipped = read(new MessageTemplateKind().shipped());
        assertThat(shipped.events().keySet()).containsExactlyInAnyOrder(Kind.values());
        for (MessageFamily family : MessageFamily.values()) {
            for (Kind kind : Kind.values()) {
                for (MessagePart part : family.parts()) {
                    assertThat(shipped.text(family, kind, part))
                            .as("%s %s %s", family, kind, part)
                            .isPresent();
                }
            }
        }
    }

    @Test
    void names_stand_for_what_is_known_and_what_is_put_in_is_not_looked_at_again() {
        assertThat(said(line("x", "{level} — {title}"))).isEqualTo("Blue — Tool Works: over its limit");
        assertThat(said(line("x", "{level}: {said}"))).isEqualTo("Blue: {title} $1 \\");
    }

    @Test
    void a_step_of_its_own_goes_before_any() {
        String own = "{\"texts\": [{\"channel\": \"line\", \"event\": \"raised\", \"zh\": {\"heading\": \"新\"},"
                + " \"en\": {\"heading\": \"New: {title}\"}}]}";
        assertThat(said(own)).isEqualTo("New: Tool Works: over its limit");
        assertThat(Messages.shipped()
                        .wording(read(own))
                        .part(MessageFamily.LINE, Kind.CLEARED, MessagePart.HEADING, Locale.ENGLISH, KNOWN))
                .as("the shipped one")
                .isEqualTo("Raised: Tool Works: over its limit");
    }

    @Test
    void where_nothing_is_left_the_shipped_one_is_said() {
        assertThat(said(line("x", "{times} times"))).isEqualTo("Raised: Tool Works: over its limit");
        assertThat(said("{}")).isEqualTo("Raised: Tool Works: over its limit");
    }

    @Test
    void lines_of_which_nothing_is_known_are_left_out() {
        // The other parts are as they are shipped.
        String parts = "\"subject\": \"s\"";
        String body = "{\"texts\": [{\"channel\": \"mail\", \"event\": \"any\", \"zh\": {" + parts
                + ", \"body\": \"x\"}, \"en\": {" + parts
                + ", \"body\": \"Level: {level}\\nTimes: {times}\\nFor verification.\"}}]}";
        assertThat(Messages.shipped()
                        .wording(read(body))
                        .part(MessageFamily.MAIL, Kind.RAISED, MessagePart.BODY, Locale.ENGLISH, KNOWN))
                .isEqualTo("Level: Blue\nFor verification.");
        assertThat(Messages.shipped()
                        .wording(read(body))
                        .part(MessageFamily.MAIL, Kind.RAISED, MessagePart.GO, Locale.ENGLISH, KNOWN))
                .isEqualTo("View and acknowledge");
    }

    @Test
    void what_cannot_be_used_is_refused_by_its_place() {
        refused(line("{levle}", "x"), "texts[0].zh.heading", "{levle}", "{level}");
        refused(line("{level", "x"), "texts[0].zh.heading", "braces");
        refused(line("{{level}}", "x"), "braces");
        refused(
                "{\"texts\": [{\"channel\": \"line\", \"event\": \"any\", \"zh\": {\"heading\": \"x\"}}]}",
                "texts[0].en",
                "both");
        refused(line("x", ""), "texts[0].en.heading");
        refused(line("x", "y".repeat(201)), "texts[0].en.heading", "200");
        refused(line("x\\ny", "x"), "texts[0].zh.heading", "1 lines");
        refused(line("x", "y").replace("\"line\"", "\"pigeon\""), "pigeon", "mail, robot, work, line");
        refused(line("x", "y").replace("\"any\"", "\"grown\""), "grown", "raised");
        refused(line("x", "y").replace("heading", "headline"), "headline");
        refused("{\"sms\": [{\"event\": \"any\", \"zh\": {\"who\": \"{whom}\"}, \"en\": {\"who\": \"x\"}}]}", "{whom}");
        refused("{\"colours\": {}}", "colours");
    }
}
