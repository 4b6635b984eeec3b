package io.greenpark.returns.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.returns.figure.Quantity;
import io.greenpark.returns.figure.ReturnPeriod;
import io.greenpark.returns.question.AskedRule;
import io.greenpark.returns.question.Question;
import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A question as it was asked, as the books keep it: its sentence can be said again in either language. */
final class QuestionText {
    private QuestionText() {}

    static void write(ObjectNode json, Question question) {
        json.put("rule", question.rule().name())
                .put("figure", question.figure().code())
                .put("number", question.number())
                .put("perMonth", question.perMonth());
        put(json, "given", question.given());
        put(json, "compared", question.compared());
        if (question.period() != null) {
            json.put("period", question.period().code());
        }
        if (question.completenessPercent() != null) {
            json.put("completenessPercent", question.completenessPercent());
        }
    }

    private static void put(ObjectNode json, String name, @Nullable Quantity quantity) {
        if (quantity != null) {
            json.putObject(name).put("value", quantity.value().toPlainString()).put("unit", quantity.unit());
        }
    }

    static Question read(JsonNode json) {
        return new Question(
                AskedRule.valueOf(json.path("rule").asText()),
                ReturnText.key(json.path("figure").asText()),
                quantity(json.get("given")),
                quantity(json.get("compared")),
                json.has("period")
                        ? new ReturnPeriod(YearMonth.parse(json.path("period").asText()))
                        : null,
                json.path("perMonth").asBoolean(),
                json.path("number").asInt(),
                json.has("completenessPercent")
                        ? json.path("completenessPercent").asInt()
                        : null);
    }

    private static @Nullable Quantity quantity(@Nullable JsonNode json) {
        return json == null
                ? null
                : new Quantity(
                        new BigDecimal(json.path("value").asText()),
                        json.path("unit").asText());
    }
}
