package io.greenpark.returns.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.returns.figure.Amount;
import io.greenpark.returns.figure.Bill;
import io.greenpark.returns.figure.BillKind;
import io.greenpark.returns.figure.FigureKey;
import io.greenpark.returns.figure.Figures;
import io.greenpark.returns.figure.Product;
import io.greenpark.returns.figure.ReturnPeriod;
import io.greenpark.returns.figure.ReturnUnit;
import io.greenpark.returns.form.Answer;
import io.greenpark.returns.form.MonthlyReturn;
import io.greenpark.returns.form.Prefill;
import io.greenpark.returns.form.ReturnState;
import io.greenpark.returns.form.Signature;
import io.greenpark.returns.question.Question;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A return as the text that the books keep of it. Numbers are texts, as they were typed. */
final class ReturnText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReturnText() {}

    /** What of a return is no column of its own. */
    static String write(MonthlyReturn one) {
        ObjectNode json = JSON.createObjectNode();
        write(json.putObject("figures"), one.figures());
        ObjectNode prefilled = json.putObject("prefilled");
        Map<String, Prefill> ordered = new TreeMap<>();
        one.prefilled().forEach((key, prefill) -> ordered.put(key.code(), prefill));
        ordered.forEach((key, prefill) ->
                prefilled.putObject(key).put("origin", prefill.origin().name()).put("confirmed", prefill.confirmed()));
        ObjectNode answers = json.putObject("answers");
        new TreeMap<>(one.answers()).forEach((id, answer) -> answers.putObject(id)
                .put("word", answer.word())
                .put("who", answer.who())
                .put("at", answer.at().toEpochMilli()));
        one.asked()
                .forEach(question -> QuestionText.write(json.withArray("asked").addObject(), question));
        json.put("allowedUse", one.allowedUse().name());
        Signature signature = one.signature();
        if (signature != null) {
            json.putObject("signature")
                    .put("name", signature.name())
                    .put("account", signature.account())
                    .put("at", signature.at().toEpochMilli());
        }
        if (one.words() != null) {
            json.put("words", one.words());
        }
        return json.toString();
    }

    private static void write(ObjectNode json, Figures figures) {
        put(json, "output", figures.output());
        put(json, "valueAdded", figures.valueAdded());
        for (Product product : figures.products()) {
            ObjectNode one = json.withArray("products")
                    .addObject()
                    .put("name", product.name())
                    .put("unit", product.unit());
            if (product.amount() != null) {
                one.put("amount", product.amount().toPlainString());
            }
        }
        new EnumMap<>(billsOf(figures)).forEach((kind, bill) -> {
            ObjectNode one = json.withObject("/bills").putObject(kind.code());
            put(one, "amount", bill.amount());
            put(one, "cost", bill.cost());
        });
    }

    private static Map<BillKind, Bill> billsOf(Figures figures) {
        Map<BillKind, Bill> bills = new EnumMap<>(BillKind.class);
        bills.putAll(figures.bills());
        return bills;
    }

    private static void put(ObjectNode json, String name, @Nullable Amount amount) {
        if (amount != null) {
            json.putObject(name)
                    .put("value", amount.value().toPlainString())
                    .put("unit", amount.unit().code());
        }
    }

    /** A return by its columns and its text. */
    static MonthlyReturn read(
            String enterprise, String period, long version, String state, long changedMs, String text) {
        JsonNode json = tree(text);
        Map<FigureKey, Prefill> prefilled = new HashMap<>();
        json.path("prefilled").properties().forEach(e -> prefilled.put(key(e.getKey()), prefill(e.getValue())));
        Map<String, Answer> answers = new HashMap<>();
        json.path("answers").properties().forEach(e -> answers.put(e.getKey(), answer(e.getValue())));
        List<Question> asked = new ArrayList<>();
        json.path("asked").forEach(one -> asked.add(QuestionText.read(one)));
        JsonNode signature = json.get("signature");
        JsonNode words = json.get("words");
        return new MonthlyReturn(
                enterprise,
                new ReturnPeriod(YearMonth.parse(period)),
                version,
                ReturnState.valueOf(state),
                figures(json.path("figures")),
                prefilled,
                answers,
                asked,
                AllowedUse.valueOf(json.path("allowedUse").asText()),
                signature == null ? null : signature(signature),
                words == null ? null : words.asText(),
                Instant.ofEpochMilli(changedMs));
    }

    private static Figures figures(JsonNode json) {
        List<Product> products = new ArrayList<>();
        json.path("products")
                .forEach(one -> products.add(new Product(
                        one.path("name").asText(),
                        one.path("unit").asText(),
                        one.has("amount") ? new BigDecimal(one.path("amount").asText()) : null)));
        Map<BillKind, Bill> bills = new EnumMap<>(BillKind.class);
        json.path("bills")
                .properties()
                .forEach(e -> bills.put(
                        BillKind.ofCode(e.getKey()).orElseThrow(),
                        new Bill(
                                amount(e.getValue().get("amount")),
                                amount(e.getValue().get("cost")))));
        return new Figures(amount(json.get("output")), amount(json.get("valueAdded")), products, bills);
    }

    private static @Nullable Amount amount(@Nullable JsonNode json) {
        return json == null
                ? null
                : new Amount(
                        new BigDecimal(json.path("value").asText()),
                        ReturnUnit.ofCode(json.path("unit").asText()).orElseThrow());
    }

    static FigureKey key(String code) {
        return FigureKey.ofCode(code).orElseThrow();
    }

    private static Prefill prefill(JsonNode json) {
        return new Prefill(
                Prefill.Origin.valueOf(json.path("origin").asText()),
                json.path("confirmed").asBoolean());
    }

    private static Answer answer(JsonNode json) {
        return new Answer(json.path("word").asText(), json.path("who").asText(), at(json));
    }

    private static Signature signature(JsonNode json) {
        return new Signature(json.path("name").asText(), json.path("account").asText(), at(json));
    }

    private static Instant at(JsonNode json) {
        return Instant.ofEpochMilli(json.path("at").asLong());
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the books hold \"" + text + "\" in place of a return", e);
        }
    }
}
