package io.greenpark.alerts.channel.sms;

import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.link.CaseLinks;
import io.greenpark.alerts.message.MessageField;
import io.greenpark.alerts.message.Placeholders;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The approved templates, the list {@code alerts.sms.templates}: {@code code}, {@code event}, {@code language}, {@code variables}. */
record SmsTemplates(List<SmsTemplate> all) {
    private static final int MOST = 100;
    private static final String REST = "详见平台";

    SmsTemplates {
        all = List.copyOf(all);
    }

    /** The one of an event, in a language or, where there is none, in the other. */
    Optional<SmsTemplate> of(String event, String language) {
        List<SmsTemplate> ofEvent =
                all.stream().filter(t -> t.event().equals(event)).toList();
        return ofEvent.stream()
                .filter(t -> t.language().equals(language))
                .findFirst()
                .or(() -> ofEvent.stream().findFirst());
    }

    /** The one of an event of a case: its own, or that of any. */
    Optional<SmsTemplate> of(CaseEvent.Kind kind, String language) {
        return of(EnumCode.of(kind), language).or(() -> of(SmsTemplate.ANY, language));
    }

    static SmsTemplates from(Settings sms, Problems problems) {
        List<SmsTemplate> templates = new ArrayList<>();
        for (Settings s : sms.sections("templates")) {
            SmsTemplate template = template(s, problems);
            if (template != null) {
                templates.add(template);
            }
        }
        return new SmsTemplates(templates);
    }

    private static @Nullable SmsTemplate template(Settings s, Problems problems) {
        Set<String> events =
                new TreeSet<>(Set.of(SmsTemplate.ANY, SmsTemplate.DIGEST, SmsTemplate.LETTER, SmsTemplate.TEST));
        Arrays.stream(CaseEvent.Kind.values()).map(EnumCode::of).forEach(events::add);
        String code = s.text("code", "");
        String event = s.text("event", SmsTemplate.ANY);
        String language = s.text("language", "zh");
        if (code.isBlank()) {
            problems.add(s.place("code"), s.fullKey("code"), "is missing; give the code of the approved template");
        }
        if (!events.contains(event)) {
            problems.add(
                    s.place("event"),
                    s.fullKey("event"),
                    "\"" + event + "\" is not allowed; accepted: one of " + String.join(", ", events));
        }
        if (!language.equals("zh") && !language.equals("en")) {
            problems.add(
                    s.place("language"),
                    s.fullKey("language"),
                    "\"" + language + "\" is not allowed; accepted: zh, en");
        }
        List<SmsTemplate.Variable> variables = new ArrayList<>();
        s.sections("variables").forEach(v -> variables.add(variable(v, problems)));
        return code.isBlank() || !events.contains(event) ? null : new SmsTemplate(code, event, language, variables);
    }

    private static SmsTemplate.Variable variable(Settings s, Problems problems) {
        String name = s.text("name", "");
        String value = s.text("value", "");
        int longest = s.integer("longest", 20, 1, MOST, problems);
        String otherwise = s.text("otherwise", REST.length() <= longest ? REST : "-");
        boolean latin = s.flag("latin", true, problems);
        String receipt = "{" + MessageField.RECEIPT.code() + "}";
        if (value.contains(receipt) && (!value.equals(receipt) || !latin || longest < CaseLinks.LENGTH)) {
            problems.add(
                    s.place("value"),
                    s.fullKey("value"),
                    "\"" + value + "\" is not allowed; accepted: " + receipt
                            + " alone, with latin true and longest at least " + CaseLinks.LENGTH
                            + ", as half a link opens nothing");
        }
        if (!name.matches("[A-Za-z0-9_]{1,40}")) {
            problems.add(
                    s.place("name"),
                    s.fullKey("name"),
                    "\"" + name
                            + "\" is not allowed; accepted: 1 to 40 letters, digits and _, as the approved text has it");
        }
        Set<String> unknown = Placeholders.unknown(value, SmsFacts.NAMES);
        if (value.isBlank() || !unknown.isEmpty()) {
            problems.add(
                    s.place("value"),
                    s.fullKey("value"),
                    "\"" + value + "\" is not allowed; accepted: text with any of {"
                            + String.join("}, {", new TreeSet<>(SmsFacts.NAMES)) + "}");
        }
        if (otherwise.isBlank() || otherwise.codePointCount(0, otherwise.length()) > longest) {
            problems.add(
                    s.place("otherwise"),
                    s.fullKey("otherwise"),
                    "\"" + otherwise + "\" is not allowed; accepted: a text of at most " + longest + " characters");
        }
        return new SmsTemplate.Variable(name, value, longest, latin, otherwise);
    }
}
