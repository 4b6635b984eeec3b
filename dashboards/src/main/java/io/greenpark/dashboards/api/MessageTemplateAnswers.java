package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.alerts.channel.sms.SmsWording;
import io.greenpark.alerts.message.MessageFamily;
import io.greenpark.alerts.message.MessageField;
import io.greenpark.alerts.message.MessagePart;
import io.greenpark.alerts.message.MessageTemplates;
import io.greenpark.alerts.notice.Tier;
import io.greenpark.alerts.policy.PolicyFault;
import io.greenpark.alerts.policy.PolicyVersion;
import io.greenpark.alerts.preview.MessageDesk;
import io.greenpark.alerts.preview.Preview;
import io.greenpark.alerts.preview.Wanted;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.review.PolicyReviews.Submitted;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The wording of messages, with all versions that there were; tried with a real case and changed by officers of the whole district. */
final class MessageTemplateAnswers {
    private static final List<String> FIELDS = List.of("events", "factors", "texts", "sms");
    private static final String SMS = "sms";

    private final MessageDesk desk;
    private final Cases cases;
    private final Parks parks;
    private final PolicyVersions told;
    private final PolicyAnswers policies;

    MessageTemplateAnswers(ConsoleSources sources, PolicyAnswers policies) {
        this.desk = sources.messages();
        this.cases = sources.cases();
        this.parks = new Parks(sources.registry());
        this.told = new PolicyVersions(parks, new Bilingual("消息模板", "the message templates"));
        this.policies = policies;
    }

    JsonObject one(Question question) {
        question.allow("version");
        List<PolicyVersion<MessageTemplates>> all = desk.versions();
        return json(question, told.asked(question, all), all);
    }

    private JsonObject json(
            Question question, PolicyVersion<MessageTemplates> one, List<PolicyVersion<MessageTemplates>> all) {
        JsonObject document = new JsonObject(one.document());
        JsonObject json = told.json(one, all)
                .put("review", policies.open(question.viewer(), ReviewedMatter.MESSAGE_TEMPLATES))
                .put("fields", Json.array(Arrays.asList(MessageField.values()), MessageTemplateAnswers::field))
                .put("channels", Json.array(Arrays.asList(MessageFamily.values()), MessageTemplateAnswers::channel))
                .put(
                        "steps",
                        new JsonArray(Arrays.stream(CaseEvent.Kind.values())
                                .map(EnumCode::of)
                                .toList()))
                .put("approved", Json.array(desk.approved(), MessageTemplateAnswers::approved));
        FIELDS.forEach(field -> json.put(field, document.getValue(field, empty(field))));
        return json;
    }

    private static Object empty(String field) {
        return field.equals("texts") || field.equals(SMS) ? new JsonArray() : new JsonObject();
    }

    private static JsonObject field(MessageField field) {
        return new JsonObject().put("code", field.code()).put("name", Json.name(field.words()));
    }

    private static JsonObject channel(MessageFamily family) {
        return new JsonObject()
                .put("code", family.code())
                .put("name", Json.name(family.words()))
                .put(
                        "parts",
                        Json.array(
                                Arrays.stream(MessagePart.values())
                                        .filter(family.parts()::contains)
                                        .toList(),
                                part -> new JsonObject()
                                        .put("code", part.code())
                                        .put("name", Json.name(part.words()))
                                        .put("longest", part.longest())
                                        .put("lines", part.lines())));
    }

    private static JsonObject approved(SmsWording.Approved one) {
        return new JsonObject()
                .put("code", one.code())
                .put("event", one.event())
                .put("language", one.language())
                .put("variables", Json.array(one.variables(), v -> new JsonObject()
                        .put("name", v.name())
                        .put("value", v.value())
                        .put("longest", v.longest())));
    }

    Reply change(Question question) {
        question.allow();
        RequestBody asked =
                new RequestBody(question, "based", "reason", "emergency", "events", "factors", "texts", SMS);
        long based = asked.whole("based");
        Submitted submitted = policies.submit(
                question,
                ReviewedMatter.MESSAGE_TEMPLATES,
                based,
                document(question.body()).encode(),
                asked.reason(),
                asked.flag("emergency"));
        if (submitted.outdated()) {
            throw seenEarlier(based);
        }
        List<PolicyVersion<MessageTemplates>> all = desk.versions();
        return Reply.of(submitted.applied() ? 200 : 202, json(question, all.get(0), all), null);
    }

    private static JsonObject document(JsonObject body) {
        JsonObject document = new JsonObject();
        FIELDS.stream()
                .filter(field -> body.getValue(field) != null)
                .forEach(field -> document.put(field, body.getValue(field)));
        return document;
    }

    private Problem seenEarlier(long based) {
        long now = desk.versions().get(0).version();
        return Problem.of(
                409,
                new Bilingual("消息模板已被修改", "The message templates have been changed"),
                new Bilingual(
                        "消息模板已是第 " + now + " 版，您修改的是第 " + based + " 版；请刷新后再改，未作任何更改",
                        "the message templates are at version " + now + ", you changed version " + based
                                + "; look at them again. Nothing was changed"));
    }

    /** What would be told; nobody is, and nothing changes. */
    JsonObject preview(Question question) {
        question.allow();
        RequestBody asked = new RequestBody(
                question, "case", "channel", "event", "tier", "language", "events", "factors", "texts", SMS);
        String id = asked.text("case");
        Wanted wanted = new Wanted(
                chosen(asked, "channel", channels()),
                kind(chosen(asked, "event", codes(CaseEvent.Kind.values()))),
                Tier.valueOf(chosen(asked, "tier", codes(Tier.values())).toUpperCase(Locale.ROOT)),
                Locale.forLanguageTag(chosen(asked, "language", List.of("zh", "en"))));
        Case told = cases.find(id)
                .orElseThrow(() -> Problem.notFound(new Bilingual(
                        "没有编号为 \"" + id + "\" 的预警；请从预警列表中选择",
                        "there is no case \"" + id + "\"; choose one of the list of cases")));
        Preview preview;
        try {
            preview = desk.preview(
                            told,
                            wanted,
                            asked.has("texts") ? document(question.body()).encode() : null)
                    .orElse(null);
        } catch (PolicyFault e) {
            throw Problem.badRequest(e.words());
        }
        return json(preview);
    }

    private static JsonObject json(@Nullable Preview preview) {
        return new JsonObject()
                .put("told", preview != null)
                .put("subject", preview == null ? null : preview.subject())
                .put("text", preview == null ? null : preview.text())
                .put("html", preview == null ? null : preview.html())
                .put("happened", preview != null && preview.happened());
    }

    private static List<String> channels() {
        return Stream.concat(Arrays.stream(MessageFamily.values()).map(MessageFamily::code), Stream.of(SMS))
                .toList();
    }

    private static List<String> codes(Enum<?>[] values) {
        return Arrays.stream(values).map(EnumCode::of).collect(Collectors.toList());
    }

    private static CaseEvent.Kind kind(String code) {
        return Arrays.stream(CaseEvent.Kind.values())
                .filter(kind -> EnumCode.of(kind).equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String chosen(RequestBody asked, String field, List<String> allowed) {
        String found = asked.text(field);
        if (!allowed.contains(found)) {
            String codes = String.join(", ", allowed);
            throw Problem.badRequest(new Bilingual(
                    "\"" + field + "\" 的值 \"" + found + "\" 不可用；可用的有 " + codes,
                    "\"" + field + "\": \"" + found + "\" is not allowed; one of " + codes));
        }
        return found;
    }
}
