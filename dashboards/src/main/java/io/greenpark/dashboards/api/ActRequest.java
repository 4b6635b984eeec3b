package io.greenpark.dashboards.api;

import io.greenpark.alerts.handling.DetailField;
import io.greenpark.alerts.handling.HandlingAction;
import io.greenpark.alerts.handling.StepDetails;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody sends to do something about a case.
 *
 * @param seen number of the last step that was seen
 */
record ActRequest(HandlingAction action, int seen, StepDetails details) {
    /** @param zone of times that say none */
    static ActRequest of(Question question, ZoneId zone) {
        RequestBody body = new RequestBody(question, "action", "seen", "details");
        String code = body.text("action");
        HandlingAction action = Arrays.stream(HandlingAction.values())
                .filter(a -> a.code().equals(code))
                .findFirst()
                .orElseThrow(() -> {
                    String codes = Arrays.stream(HandlingAction.values())
                            .map(HandlingAction::code)
                            .collect(Collectors.joining(", "));
                    return RequestBody.wrong(
                            "action",
                            "的值 \"" + code + "\" 不可用；可用的有 " + codes,
                            "\"" + code + "\" is not one of " + codes);
                });
        long seen = body.whole("seen");
        return new ActRequest(
                action,
                (int) Math.min(seen, Integer.MAX_VALUE),
                details(question.body().getValue("details"), zone));
    }

    private static StepDetails details(Object given, ZoneId zone) {
        if (given == null) {
            return StepDetails.NONE;
        }
        if (!(given instanceof JsonObject fields)) {
            throw RequestBody.wrong("details", "须为对象：字段名及其值", "must be an object: fields with their values");
        }
        Map<DetailField, String> texts = new EnumMap<>(DetailField.class);
        Set<String> files = new LinkedHashSet<>();
        for (String name : fields.fieldNames()) {
            DetailField field = DetailField.ofCode(name)
                    .orElseThrow(() ->
                            RequestBody.wrong("details", "没有字段 \"" + name + "\"", "has no field \"" + name + "\""));
            Object value = fields.getValue(name);
            if (value == null) {
                continue;
            }
            if (field.kind() == DetailField.Kind.FILES) {
                files.addAll(ids(field, value));
            } else if (field.kind() == DetailField.Kind.TRUTH && value instanceof Boolean truth) {
                texts.put(field, truth.toString());
            } else if (value instanceof String text) {
                String stripped = text.strip();
                if (!stripped.isEmpty()) {
                    texts.put(field, canonical(field, stripped, zone));
                }
            } else {
                throw wrong(
                        field,
                        "的形式不对：须为文本，是否类字段为 true 或 false",
                        "must be a text, or true or false where it is a yes or no");
            }
        }
        return new StepDetails(texts, List.copyOf(files));
    }

    private static String canonical(DetailField field, String text, ZoneId zone) {
        return field.kind() == DetailField.Kind.TIME
                ? Dates.instant(field.code(), text, zone).toString()
                : text;
    }

    private static List<String> ids(DetailField field, Object value) {
        if (!(value instanceof JsonArray all) || all.stream().anyMatch(id -> !(id instanceof String))) {
            throw wrong(field, "须为文件编号的列表", "must be a list of ids of files");
        }
        return all.stream().map(String.class::cast).toList();
    }

    private static Problem wrong(DetailField field, String zh, String en) {
        return Problem.badRequest(new Bilingual("\"" + field.code() + "\" " + zh, "\"" + field.code() + "\" " + en));
    }
}
