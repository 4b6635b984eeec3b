package io.greenpark.alerts.rulebook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.policy.PolicyJson;
import io.greenpark.alerts.policy.PolicyNode;
import io.greenpark.config.setting.Durations;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rules as the JSON that is kept, sent and shown. */
public final class RuleDocument {
    private static final int LONGEST_ID = 120;
    private static final int LONGEST_NOTE = 500;
    private static final int MOST_BASES = 10;
    private static final int LONGEST_NUMBER = 6;

    private RuleDocument() {}

    static AlertRule read(String id, long version, String document) {
        return read(id, version, PolicyJson.root(id, document));
    }

    /** With {@link io.greenpark.alerts.policy.PolicyFault} where it cannot be used. */
    static AlertRule read(String id, long version, PolicyNode root) {
        root.only(
                "kind", "scope", "target", "parameters", "season", "trial", "from", "to", "bases", "confirmed", "note");
        Case.Rule kind = needed(root, "kind", Case.Rule.class);
        RuleScope scope = needed(root, "scope", RuleScope.class);
        RuleForm form = RuleForm.of(kind);
        if (!form.scopes().contains(scope)) {
            String codes =
                    String.join(", ", form.scopes().stream().map(EnumCode::of).toList());
            throw root.child("scope").wrong(new Bilingual("以下之一：" + codes, "one of " + codes));
        }
        LocalDate from = root.dateOrNull("from");
        LocalDate to = root.dateOrNull("to");
        if (from != null && to != null && to.isBefore(from)) {
            throw root.child("to").wrong(new Bilingual("不早于 " + from + " 的日期", "a date not before " + from));
        }
        return new AlertRule(
                id,
                version,
                kind,
                scope,
                scope == RuleScope.DISTRICT ? AlertRule.DISTRICT : root.text("target", LONGEST_ID),
                values(form, root.child("parameters")),
                season(root.child("season")),
                root.truth("trial"),
                from,
                to,
                ids(root, "bases"),
                root.truth("confirmed"),
                root.child("note").absent()
                                || root.child("note").json().asText().isBlank()
                        ? ""
                        : root.text("note", LONGEST_NOTE));
    }

    private static <E extends Enum<E>> E needed(PolicyNode root, String field, Class<E> type) {
        E found = root.constantOrNull(field, type);
        if (found == null) {
            String codes = PolicyNode.codes(type);
            throw root.child(field).wrong(new Bilingual("以下之一：" + codes, "one of " + codes));
        }
        return found;
    }

    private static List<String> ids(PolicyNode root, String field) {
        Set<String> ids = root.words(field);
        if (ids.size() > MOST_BASES) {
            throw root.child(field)
                    .wrong(new Bilingual("至多 " + MOST_BASES + " 项的列表", "a list of at most " + MOST_BASES));
        }
        return List.copyOf(ids);
    }

    private static SortedMap<String, Object> values(RuleForm form, PolicyNode parameters) {
        parameters.only(form.parameters().stream().map(RuleParameter::name).toArray(String[]::new));
        SortedMap<String, Object> values = new TreeMap<>();
        form.parameters().forEach(p -> values.put(p.name(), value(p, parameters)));
        return values;
    }

    private static Object value(RuleParameter p, PolicyNode parameters) {
        PolicyNode found = parameters.child(p.name());
        if (found.absent() && p.usual() != null) {
            return p.usual();
        }
        Object value =
                switch (p.form()) {
                    case WHOLE -> parameters.numberOrNull(p.name(), (int) p.least(), (int) p.most());
                    case LENGTH -> length(p, found);
                    case DECIMAL -> decimal(p, found);
                };
        if (value == null) {
            throw found.wrong(allowed(p));
        }
        return value;
    }

    private static Bilingual allowed(RuleParameter p) {
        if (p.form() == RuleParameter.Form.LENGTH) {
            String least = Durations.write(Duration.ofSeconds(p.least()));
            String most = Durations.write(Duration.ofSeconds(p.most()));
            return new Bilingual("时长，" + least + " 至 " + most, "a length, " + least + " to " + most);
        }
        String range = p.least() + " 至 " + p.most();
        String unit = p.unit().zh().isEmpty() ? "" : "（" + p.unit().zh().strip() + "）";
        return new Bilingual(
                range + unit,
                "a number " + p.least() + ".." + p.most() + " " + p.unit().en());
    }

    /** A length may be zero here. */
    private static @Nullable Duration length(RuleParameter p, PolicyNode found) {
        String text = found.json().isTextual() ? found.json().asText() : "";
        Duration length = text.matches("[0-9]{1,6}(ms|s|m|h|d)") ? Durations.parse(text) : null;
        return length != null && RuleForm.allows(p, length) ? length : null;
    }

    private static @Nullable BigDecimal decimal(RuleParameter p, PolicyNode found) {
        String text = found.json().isTextual() || found.json().isNumber()
                ? found.json().asText()
                : "";
        if (!text.matches("[0-9]{1," + LONGEST_NUMBER + "}([.][0-9]{1,3})?")) {
            return null;
        }
        BigDecimal number = new BigDecimal(text);
        return number.compareTo(BigDecimal.valueOf(p.most())) <= 0
                        && number.compareTo(BigDecimal.valueOf(p.least())) > 0
                ? number
                : null;
    }

    private static @Nullable Season season(PolicyNode season) {
        if (season.absent()) {
            return null;
        }
        season.only("from", "to");
        return new Season(day(season.child("from")), day(season.child("to")));
    }

    private static MonthDay day(PolicyNode found) {
        try {
            return MonthDay.parse("--" + found.json().asText());
        } catch (DateTimeException e) {
            throw found.wrong(new Bilingual("一年中的日子，如 06-01", "a day of the year such as 06-01"));
        }
    }

    /** As JSON. */
    public static ObjectNode write(AlertRule rule) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", rule.kind().code());
        json.put("scope", EnumCode.of(rule.scope()));
        json.put("target", rule.target());
        ObjectNode values = json.putObject("parameters");
        rule.values().forEach((name, value) -> {
            if (value instanceof Integer whole) {
                values.put(name, whole);
            } else {
                values.put(name, text(value));
            }
        });
        Season season = rule.season();
        if (season == null) {
            json.putNull("season");
        } else {
            json.putObject("season").put("from", text(season.from())).put("to", text(season.to()));
        }
        json.put("trial", rule.trial());
        json.put("from", rule.from() == null ? null : rule.from().toString());
        json.put("to", rule.to() == null ? null : rule.to().toString());
        rule.bases().forEach(json.putArray("bases")::add);
        json.put("confirmed", rule.confirmed());
        json.put("note", rule.note());
        return json;
    }

    private static String text(MonthDay day) {
        return day.toString().substring(2);
    }

    /** How a value is written. */
    public static String text(Object value) {
        return value instanceof Duration length
                ? Durations.write(length)
                : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
