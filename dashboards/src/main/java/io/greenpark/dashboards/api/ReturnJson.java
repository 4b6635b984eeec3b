package io.greenpark.dashboards.api;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.objection.form.ObjectionMark;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.returns.desk.ReturnDesk;
import io.greenpark.returns.desk.ReturnStep;
import io.greenpark.returns.figure.Amount;
import io.greenpark.returns.figure.Bill;
import io.greenpark.returns.figure.BillKind;
import io.greenpark.returns.figure.FigureKey;
import io.greenpark.returns.figure.Product;
import io.greenpark.returns.figure.Quantity;
import io.greenpark.returns.figure.ReturnUnit;
import io.greenpark.returns.form.Answer;
import io.greenpark.returns.form.MonthlyReturn;
import io.greenpark.returns.form.ReturnState;
import io.greenpark.returns.form.Signature;
import io.greenpark.returns.question.Known;
import io.greenpark.returns.question.Metered;
import io.greenpark.returns.question.Past;
import io.greenpark.returns.question.Question;
import io.greenpark.returns.question.QuestionTexts;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A return as JSON, with what is asked about it and what its figures are compared with. */
final class ReturnJson {
    private final Parks parks;
    private final ReturnDesk desk;
    private final ShownObjections objections;

    ReturnJson(Parks parks, ReturnDesk desk, ShownObjections objections) {
        this.objections = objections;
        this.parks = parks;
        this.desk = desk;
    }

    JsonObject of(MonthlyReturn one) {
        Known known = desk.known(one);
        Bilingual closed = closed(one);
        List<Question> questions = one.state() == ReturnState.ACCEPTED ? one.asked() : desk.questions(one, known);
        ZoneId zone = parks.zoneOf(one.enterpriseId());
        LocalDate due = one.period().dayAfter(desk.config().dueDay());
        return new JsonObject()
                .put("enterprise", parks.named(one.enterpriseId()))
                .put("period", one.period().code())
                .put("periodName", Json.words(QuestionTexts.name(one.period())))
                .put("months", Json.array(one.period().months(), YearMonth::toString))
                .put("state", one.state().name())
                .put("version", one.version())
                .put("objection", ObjectionTexts.mark(objection(one)))
                .put("closed", closed == null ? null : Json.words(closed))
                .put("over", one.period().isOver(desk.today(one.enterpriseId())))
                .put("dueOn", due.toString())
                .put("output", amount(one.figures().output()))
                .put("valueAdded", amount(one.figures().valueAdded()))
                .put("products", Json.array(one.figures().products(), ReturnJson::product))
                .put("bills", Json.array(Arrays.asList(BillKind.values()), kind -> bill(kind, one)))
                .put("prefilled", prefilled(one))
                .put("questions", Json.array(questions, question -> question(question, one, zone)))
                .put("allowedUse", EnumCode.of(one.allowedUse()))
                .put("uses", Json.array(desk.config().uses(), EnumCode::of))
                .put("signature", signature(one.signature(), zone))
                .put("words", one.words())
                .put("changedAt", Json.time(one.changedAt(), zone))
                .put("before", past(known.before()))
                .put("yearBefore", past(known.yearBefore()))
                .put("metered", Json.array(known.metered(), ReturnJson::metered))
                .put("steps", Json.array(desk.steps(one.enterpriseId(), one.period()), step -> step(step, zone)));
    }

    /** That the enterprise objects, or did, to a figure of the months that the return is of. */
    private @Nullable ObjectionMark objection(MonthlyReturn one) {
        ParkTime time = Subject.enterprise(one.enterpriseId()).time(parks.registry());
        List<YearMonth> months = one.period().months();
        return objections.month(
                one.enterpriseId(),
                time.startOf(months.get(0)),
                time.startOf(months.get(months.size() - 1).plusMonths(1)));
    }

    /** What is said of a return whose period is closed; null while it is open. */
    @Nullable
    Bilingual closed(MonthlyReturn one) {
        return desk.closing(one.enterpriseId(), one.period())
                .map(closing -> closing.refusal(parks.registry()))
                .orElse(null);
    }

    private static @Nullable JsonObject amount(@Nullable Amount amount) {
        return amount == null
                ? null
                : new JsonObject()
                        .put("value", amount.value().toPlainString())
                        .put("unit", amount.unit().code());
    }

    private static JsonObject product(Product product) {
        return new JsonObject()
                .put("name", product.name())
                .put("unit", product.unit())
                .put(
                        "amount",
                        product.amount() == null ? null : product.amount().toPlainString());
    }

    private static JsonObject bill(BillKind kind, MonthlyReturn one) {
        Bill bill = one.figures().bills().getOrDefault(kind, new Bill(null, null));
        return new JsonObject()
                .put("kind", kind.code())
                .put("name", Json.words(kind.displayName()))
                .put("units", Json.array(kind.units(), ReturnUnit::code))
                .put("amount", amount(bill.amount()))
                .put("cost", amount(bill.cost()));
    }

    private static JsonArray prefilled(MonthlyReturn one) {
        return Json.array(
                one.prefilled().entrySet().stream()
                        .sorted(Comparator.comparing(e -> e.getKey().code()))
                        .toList(),
                e -> new JsonObject()
                        .put("figure", e.getKey().code())
                        .put("origin", e.getValue().origin().name())
                        .put("confirmed", e.getValue().confirmed()));
    }

    private static JsonObject question(Question question, MonthlyReturn one, ZoneId zone) {
        Answer answer = one.answers().get(question.id());
        return new JsonObject()
                .put("id", question.id())
                .put("rule", question.rule().name())
                .put("figure", question.figure().code())
                .put("text", Json.words(QuestionTexts.of(question)))
                .put(
                        "answer",
                        answer == null
                                ? null
                                : new JsonObject()
                                        .put("word", answer.word())
                                        .put("who", answer.who())
                                        .put("at", Json.time(answer.at(), zone)));
    }

    private static @Nullable JsonObject signature(@Nullable Signature signature, ZoneId zone) {
        return signature == null
                ? null
                : new JsonObject()
                        .put("name", signature.name())
                        .put("account", signature.account())
                        .put("at", Json.time(signature.at(), zone));
    }

    private static @Nullable JsonObject past(@Nullable Past past) {
        if (past == null) {
            return null;
        }
        Bilingual name = QuestionTexts.name(past.period());
        return new JsonObject()
                .put("period", past.period().code())
                .put("periodName", Json.words(name))
                .put(
                        "figures",
                        Json.array(
                                past.figures().entrySet().stream()
                                        .sorted(Comparator.comparing(
                                                e -> e.getKey().code()))
                                        .toList(),
                                (Map.Entry<FigureKey, Quantity> e) ->
                                        quantity(e.getKey().code(), e.getValue())));
    }

    private static JsonObject metered(Metered metered) {
        return quantity("bill:" + metered.kind().code(), metered.amount()).put("completeness", metered.completeness());
    }

    private static JsonObject quantity(String figure, Quantity quantity) {
        return new JsonObject()
                .put("figure", figure)
                .put("value", Json.decimal(quantity.value()))
                .put("unit", quantity.unit());
    }

    private static JsonObject step(ReturnStep step, ZoneId zone) {
        return new JsonObject()
                .put("state", step.then().state().name())
                .put("version", step.then().version())
                .put("at", Json.time(step.at(), zone))
                .put("who", step.who())
                .put("words", step.words());
    }
}
