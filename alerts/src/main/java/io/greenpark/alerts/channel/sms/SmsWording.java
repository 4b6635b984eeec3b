package io.greenpark.alerts.channel.sms;

import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.link.CaseLinks;
import io.greenpark.alerts.message.MessageField;
import io.greenpark.alerts.message.MessageTemplates;
import io.greenpark.alerts.message.MessageTemplates.Step;
import io.greenpark.alerts.outbox.Notification;
import io.greenpark.alerts.policy.PolicyFault;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a bureau may put into the variables of its approved templates. The templates are in the settings, as the provider has approved them. */
public final class SmsWording {
    private final SmsTemplates approved;

    public SmsWording(SmsSettings settings) {
        this.approved = settings.templates();
    }

    /**
     * An approved template.
     *
     * @param event the code of the step it is of, or {@code any}
     */
    public record Approved(String code, String event, String language, List<Place> variables) {}

    /**
     * A variable of it.
     *
     * @param value what the settings put in
     * @param longest so many characters at most
     */
    public record Place(String name, String value, int longest) {}

    /** Those that tell of cases. */
    public List<Approved> approved() {
        return approved.all().stream()
                .filter(t -> !List.of(SmsTemplate.DIGEST, SmsTemplate.LETTER, SmsTemplate.TEST)
                        .contains(t.event()))
                .map(t -> new Approved(
                        t.code(),
                        t.event(),
                        t.language(),
                        t.variables().stream()
                                .map(v -> new Place(v.name(), v.value(), v.longest()))
                                .toList()))
                .toList();
    }

    /**
     * Whether what is to be put in fits into the templates there are.
     *
     * @throws PolicyFault if it does not
     */
    public void check(MessageTemplates templates) {
        templates.sms().forEach((step, variables) -> variables.values().forEach((name, value) -> {
            check(step, name, value.zh(), "zh");
            check(step, name, value.en(), "en");
        }));
    }

    private void check(Step step, String name, String value, String language) {
        List<SmsTemplate> concerned = concerned(step.kind());
        String place = "sms." + (step.kind() == null ? SmsTemplate.ANY : EnumCode.of(step.kind())) + "." + language
                + "." + name;
        List<SmsTemplate.Variable> found = concerned.stream()
                .flatMap(t -> t.variables().stream())
                .filter(v -> v.name().equals(name))
                .toList();
        if (found.isEmpty()) {
            TreeSet<String> names = new TreeSet<>();
            concerned.forEach(t -> t.variables().forEach(v -> names.add(v.name())));
            throw new PolicyFault(new Bilingual(
                    "\"" + place + "\"：审核通过的短信模板中没有变量 " + name + (names.isEmpty() ? "（尚未设置短信模板）" : "；现有 " + names),
                    "\"" + place + "\": the approved SMS templates have no variable " + name
                            + (names.isEmpty() ? " (the settings have no templates)" : "; there are " + names)));
        }
        String receipt = "{" + MessageField.RECEIPT.code() + "}";
        for (SmsTemplate.Variable variable : found) {
            boolean halved = value.contains(receipt)
                    && (!value.equals(receipt) || !variable.latin() || variable.longest() < CaseLinks.LENGTH);
            if (halved) {
                throw new PolicyFault(new Bilingual(
                        "\"" + place + "\"：" + receipt + " 须单独占一个变量，且该变量允许字母并至少 " + CaseLinks.LENGTH + " 个字符，否则链接无效",
                        "\"" + place + "\": " + receipt
                                + " has to stand alone in a variable that takes letters and at least "
                                + CaseLinks.LENGTH + " characters, or the link opens nothing"));
            }
            if (variable.isTooShortFor(value)) {
                throw new PolicyFault(new Bilingual(
                        "\"" + place + "\"：固定文字已超过该短信变量的上限 " + variable.longest() + " 个字符；请缩短",
                        "\"" + place + "\": what is fixed in it is longer than the " + variable.longest()
                                + " characters that this variable of an SMS takes; shorten it"));
            }
        }
    }

    private List<SmsTemplate> concerned(CaseEvent.@Nullable Kind kind) {
        return approved.all().stream()
                .filter(t -> kind == null
                        || t.event().equals(SmsTemplate.ANY)
                        || t.event().equals(EnumCode.of(kind)))
                .toList();
    }

    /** What would be put in, by variable; empty where no approved template is of that step. */
    public Optional<Map<String, Object>> preview(Notification told, Locale language) {
        return approved.of(told.event().kind(), language.getLanguage())
                .map(template -> SmsChannel.content(told, template, ""))
                .map(content -> new JsonObject(content.body())
                        .getJsonObject("variables")
                        .getMap());
    }
}
