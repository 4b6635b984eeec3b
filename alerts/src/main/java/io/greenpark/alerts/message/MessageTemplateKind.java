package io.greenpark.alerts.message;

import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.message.MessageTemplates.Place;
import io.greenpark.alerts.message.MessageTemplates.Step;
import io.greenpark.alerts.message.MessageTemplates.Texts;
import io.greenpark.alerts.message.MessageTemplates.Variables;
import io.greenpark.alerts.policy.PolicyFault;
import io.greenpark.alerts.policy.PolicyJson;
import io.greenpark.alerts.policy.PolicyKind;
import io.greenpark.alerts.policy.PolicyNode;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.text.Bilingual;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The wording of messages as a policy: {@code events}, {@code factors}, {@code texts}, {@code sms}. */
public final class MessageTemplateKind implements PolicyKind<MessageTemplates> {
    /** Stands for every step that has no text of its own. */
    public static final String ANY = "any";

    private static final int MOST = 200;
    private static final int MOST_VARIABLES = 20;
    private static final int LONGEST_WORD = 40;
    private static final int LONGEST_VALUE = 100;

    @Override
    public String code() {
        return "message-templates";
    }

    @Override
    public String shipped() {
        return PolicyJson.shipped(MessageTemplateKind.class, "templates.json");
    }

    @Override
    public MessageTemplates read(PolicyNode root) {
        root.only("events", "factors", "texts", "sms");
        Map<CaseEvent.Kind, Bilingual> events = new EnumMap<>(CaseEvent.Kind.class);
        PolicyNode named = root.child("events");
        for (String code : named.fields()) {
            events.put(kind(named.child(code), code), both(named.child(code), LONGEST_WORD));
        }
        Map<String, Bilingual> factors = new HashMap<>();
        PolicyNode quantities = root.child("factors");
        for (String code : quantities.fields()) {
            factors.put(code, both(quantities.child(code), LONGEST_WORD));
        }
        return new MessageTemplates(events, factors, texts(root), sms(root));
    }

    private static Bilingual both(PolicyNode node, int longest) {
        node.only("zh", "en");
        return new Bilingual(node.text("zh", longest), node.text("en", longest));
    }

    private static Map<Place, Texts> texts(PolicyNode root) {
        Map<Place, Texts> texts = new HashMap<>();
        if (root.child("texts").absent()) {
            return texts;
        }
        for (PolicyNode one : root.list("texts", 0, MOST)) {
            one.only("channel", "event", "zh", "en");
            MessageFamily family = family(one);
            Place place = new Place(family, step(one));
            if (texts.put(place, new Texts(parts(one, family))) != null) {
                throw twice(one);
            }
        }
        return texts;
    }

    private static Map<MessagePart, Bilingual> parts(PolicyNode one, MessageFamily family) {
        PolicyNode zh = language(one, "zh");
        PolicyNode en = language(one, "en");
        String[] codes = Arrays.stream(MessagePart.values())
                .filter(family.parts()::contains)
                .map(MessagePart::code)
                .toArray(String[]::new);
        zh.only(codes);
        en.only(codes);
        Map<MessagePart, Bilingual> parts = new EnumMap<>(MessagePart.class);
        for (MessagePart part : family.parts()) {
            // What is left out in both is as it is shipped, which may have parts that there were not when this was
            // written.
            if (!zh.child(part.code()).absent() || !en.child(part.code()).absent()) {
                parts.put(part, new Bilingual(part(zh, part), part(en, part)));
            }
        }
        return parts;
    }

    private static PolicyNode language(PolicyNode one, String language) {
        PolicyNode found = one.child(language);
        if (found.absent()) {
            throw found.wrong(new Bilingual("该语言的文本；中文和英文缺一不可", "the texts in that language; both are needed"));
        }
        return found;
    }

    private static String part(PolicyNode node, MessagePart part) {
        String text = node.text(part.code(), part.longest());
        PolicyNode found = node.child(part.code());
        if (text.lines().count() > part.lines()) {
            throw found.wrong(
                    new Bilingual("不超过 " + part.lines() + " 行的文本", "a text of at most " + part.lines() + " lines"));
        }
        check(found, text);
        return text;
    }

    /** A misspelt name must not go unnoticed until somebody is told nothing in its place. */
    private static void check(PolicyNode node, String text) {
        Set<String> unknown = Placeholders.unknown(text, MessageField.CODES);
        String names = "{" + String.join("}, {", new TreeSet<>(MessageField.CODES)) + "}";
        if (!unknown.isEmpty()) {
            String wrong = "{" + String.join("}, {", unknown) + "}";
            throw new PolicyFault(new Bilingual(
                    "\"" + node.place() + "\" 中的字段 " + wrong + " 不存在；可用字段：" + names,
                    "\"" + node.place() + "\": there is no field " + wrong + "; there are " + names));
        }
        if (Placeholders.hasStrayBrace(text)) {
            throw new PolicyFault(new Bilingual(
                    "\"" + node.place() + "\" 中的花括号须成对并写明字段名；可用字段：" + names,
                    "\"" + node.place() + "\": braces stand around the name of a field only; there are " + names));
        }
    }

    private static Map<Step, Variables> sms(PolicyNode root) {
        Map<Step, Variables> sms = new HashMap<>();
        if (root.child("sms").absent()) {
            return sms;
        }
        for (PolicyNode one : root.list("sms", 0, MOST)) {
            one.only("event", "zh", "en");
            PolicyNode zh = language(one, "zh");
            PolicyNode en = language(one, "en");
            Map<String, Bilingual> values = new LinkedHashMap<>();
            for (String name : zh.fields()) {
                if (values.size() >= MOST_VARIABLES || !name.matches("[A-Za-z0-9_]{1,40}")) {
                    throw zh.child(name)
                            .wrong(new Bilingual(
                                    "审核通过模板中的变量名，最多 " + MOST_VARIABLES + " 个",
                                    "a variable of the approved template, at most " + MOST_VARIABLES));
                }
                values.put(name, new Bilingual(value(zh, name), value(en, name)));
            }
            en.only(values.keySet().toArray(String[]::new));
            if (sms.put(step(one), new Variables(values)) != null) {
                throw twice(one);
            }
        }
        return sms;
    }

    private static String value(PolicyNode node, String name) {
        String text = node.text(name, LONGEST_VALUE);
        check(node.child(name), text);
        return text;
    }

    private static PolicyFault twice(PolicyNode one) {
        return one.wrong(new Bilingual("每种渠道、每种进展一项", "one for each channel and step"));
    }

    private static MessageFamily family(PolicyNode one) {
        String code = one.text("channel", LONGEST_WORD);
        String codes =
                Arrays.stream(MessageFamily.values()).map(MessageFamily::code).collect(Collectors.joining(", "));
        return MessageFamily.ofCode(code)
                .orElseThrow(() -> one.child("channel").wrong(new Bilingual("以下之一：" + codes, "one of " + codes)));
    }

    private static Step step(PolicyNode one) {
        String code = one.text("event", LONGEST_WORD);
        return code.equals(ANY) ? new Step(null) : new Step(kind(one.child("event"), code));
    }

    private static CaseEvent.Kind kind(PolicyNode node, String code) {
        return kind(code).orElseThrow(() -> {
            String codes =
                    Arrays.stream(CaseEvent.Kind.values()).map(EnumCode::of).collect(Collectors.joining(", "));
            return node.wrong(new Bilingual("以下进展之一：" + codes, "one of the steps " + codes));
        });
    }

    private static Optional<CaseEvent.Kind> kind(@Nullable String code) {
        return Arrays.stream(CaseEvent.Kind.values())
                .filter(kind -> EnumCode.of(kind).equals(code))
                .findFirst();
    }
}
