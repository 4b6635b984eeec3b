package io.greenpark.alerts.channel.sms;

import io.greenpark.alerts.message.Placeholders;
import io.greenpark.alerts.outbox.BureauRecipient;
import io.greenpark.alerts.outbox.MobilePhone;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings of SMS, section {@code alerts.sms}; off where no url is set.
 *
 * @param url of the provider's gateway ({@code url}); null for no SMS
 * @param method {@code post} or {@code get}
 * @param form how a message is put: the {@code fields} in the {@code query} or as a {@code form}, or the {@code body}, a document of JSON
 * @param headers that go out with it ({@code headers}: name, value, a secret)
 * @param fields with placeholders ({@code fields}: name, value, a secret)
 * @param body with placeholders in its texts
 * @param signing {@code none} or {@code aliyun}, with its keys
 * @param answer what an answer means
 * @param templates the approved ones
 * @param agreed phones whose people agreed to be told by SMS ({@code agreed}), and those of the bureau's recipients; in one form
 * @param timeout the longest wait for an answer ({@code timeout}, default 10s)
 */
public record SmsSettings(
        @Nullable String url,
        Method method,
        Form form,
        List<Field> headers,
        List<Field> fields,
        JsonObject body,
        @Nullable AliyunSignature signing,
        SmsAnswers answer,
        SmsTemplates templates,
        Set<String> agreed,
        Duration timeout) {
    /** Of the request. */
    public enum Method {
        POST,
        GET
    }

    /** Where a message stands in the request. */
    public enum Form {
        JSON,
        FORM,
        QUERY
    }

    /** Who signs requests. */
    enum Signing {
        NONE,
        ALIYUN
    }

    /** A name and what goes with it, which may be a secret. */
    public record Field(String name, String value) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final Set<String> PLACES = Set.of("phone", "mobile", "template", "variables", "values", "id");

    public static SmsSettings from(Settings s, List<BureauRecipient> bureau, Problems problems) {
        String url = s.textOrNull("url");
        Form form = s.choice("form", Form.JSON, Form.class, problems);
        List<Field> fields = fields(s, "fields", problems);
        JsonObject body = body(s, problems);
        SmsTemplates templates = SmsTemplates.from(s, problems);
        if (url != null) {
            check(s, url, form, fields, body, templates, problems);
        } else if (bureau.stream().anyMatch(r -> r.contact().phone() != null)) {
            problems.add(
                    s.place("url"),
                    s.fullKey("url"),
                    "is missing, and alerts.recipients have phones; set it, or take the phones out");
        }
        return new SmsSettings(
                url,
                s.choice("method", Method.POST, Method.class, problems),
                form,
                fields(s, "headers", problems),
                fields,
                body,
                signing(s.section("signing"), problems),
                SmsAnswers.from(s, problems),
                templates,
                agreed(s, bureau, problems),
                s.duration(
                        "timeout", Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofSeconds(50), problems));
    }

    private static void check(
            Settings s,
            String url,
            Form form,
            List<Field> fields,
            JsonObject body,
            SmsTemplates templates,
            Problems problems) {
        if (!url.matches("https?://[^\\s]+")) {
            problems.add(
                    s.place("url"), s.fullKey("url"), "\"" + url + "\" is not allowed; accepted: an http or https URL");
        }
        if (form == Form.JSON ? body.isEmpty() : fields.isEmpty()) {
            String key = form == Form.JSON ? "body" : "fields";
            problems.add(s.place(key), s.fullKey(key), "is missing; say how the gateway has a message");
        }
        if (templates.of(SmsTemplate.DIGEST, "zh").isEmpty()) {
            problems.add(
                    s.place("templates"),
                    s.fullKey("templates"),
                    "has none of the event digest, which tells what is held back or more than may be sent; add one");
        }
    }

    private static List<Field> fields(Settings s, String key, Problems problems) {
        List<Field> fields = new ArrayList<>();
        for (Settings entry : s.sections(key)) {
            String name = entry.text("name", "");
            String value = entry.secret("value", problems);
            if (name.isBlank() || value == null || value.contains("\n") || value.contains("\r")) {
                problems.add(entry.place("name"), entry.fullKey("name"), "needs a name, and a value of one line");
            } else {
                // The value may be a secret, so it is not shown; a wrong placeholder is.
                Placeholders.unknown(value, PLACES)
                        .forEach(wrong -> problems.add(
                                entry.place("value"),
                                entry.fullKey("value"),
                                "{" + wrong + "} is not allowed; accepted: {phone}, {mobile}, {template}, {variables},"
                                        + " {values}, {id}"));
                fields.add(new Field(name, value));
            }
        }
        return fields;
    }

    private static JsonObject body(Settings s, Problems problems) {
        String text = s.secret("body", problems);
        if (text == null) {
            return new JsonObject();
        }
        try {
            return new JsonObject(text);
        } catch (RuntimeException e) {
            problems.add(s.place("body"), s.fullKey("body"), "is not allowed; accepted: a document of JSON, {...}");
            return new JsonObject();
        }
    }

    private static @Nullable AliyunSignature signing(Settings s, Problems problems) {
        Signing kind = s.choice("kind", Signing.NONE, Signing.class, problems);
        String id = s.secret("accessKeyId", problems);
        String secret = s.secret("accessKeySecret", problems);
        String action = s.text("action", "SendSms");
        String version = s.text("version", "2017-05-25");
        if (kind == Signing.NONE) {
            return null;
        }
        if (id == null || secret == null) {
            problems.add(
                    s.place("accessKeyId"),
                    s.fullKey("accessKeyId"),
                    "is missing, or accessKeySecret is; aliyun signs with both");
            return null;
        }
        return new AliyunSignature(id, secret, action, version);
    }

    private static Set<String> agreed(Settings s, List<BureauRecipient> bureau, Problems problems) {
        Set<String> all = new HashSet<>();
        for (String written : s.texts("agreed")) {
            String phone = MobilePhone.of(written);
            if (phone == null) {
                problems.add(s.place("agreed"), s.fullKey("agreed"), MobilePhone.ALLOWED);
            } else {
                all.add(phone);
            }
        }
        for (BureauRecipient recipient : bureau) {
            String written = recipient.contact().phone();
            String phone = written == null ? null : MobilePhone.of(written);
            if (phone != null) {
                all.add(phone);
            }
        }
        return all;
    }

    /** Without secrets and phones. */
    @Override
    public String toString() {
        return "SmsSettings[" + url + ", " + form + ", " + templates.all().size() + " templates, " + agreed.size()
                + " phones]";
    }
}
