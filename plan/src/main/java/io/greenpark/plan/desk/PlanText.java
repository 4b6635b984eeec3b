package io.greenpark.plan.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.text.Bilingual;
import io.greenpark.plan.rule.DoublingRule;
import io.greenpark.plan.rule.IdleLandRule;
import io.greenpark.plan.rule.ListRule;
import io.greenpark.plan.rule.TaxPerMuRule;
import io.greenpark.plan.target.Measure;
import io.greenpark.plan.target.Plan;
import io.greenpark.plan.target.PlanTarget;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A plan as a text: in the books, in files and in the API alike. Numbers are texts, as they were typed. {@link PlanReading} reads it. */
public final class PlanText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PlanText() {}

    public static String write(Plan plan) {
        ObjectNode json = JSON.createObjectNode();
        words(json, "name", plan.name());
        words(json, "document", plan.document());
        json.put("state", EnumCode.of(plan.state())).put("closed", plan.closed());
        json.put("baseYear", plan.baseYear()).put("firstYear", plan.firstYear()).put("lastYear", plan.lastYear());
        json.putObject("lights")
                .put("amberShare", plan.marks().amberShare().toPlainString())
                .put("makeUp", plan.marks().makeUp().toPlainString())
                .put("leastCoveragePercent", plan.marks().leastCoveragePercent().toPlainString());
        ArrayNode targets = json.putArray("targets");
        plan.targets().forEach(target -> write(targets.addObject(), target));
        return json.toString();
    }

    private static void write(ObjectNode json, PlanTarget target) {
        json.put("number", target.number());
        words(json, "words", target.words());
        json.put("type", EnumCode.of(target.type())).put("direction", EnumCode.of(target.direction()));
        number(json, "amount", target.amount());
        number(json, "yearly", target.yearly());
        number(json, "base", target.base());
        if (target.unit() != null) {
            words(json, "unit", target.unit());
        }
        json.put("averaging", EnumCode.of(target.averaging()))
                .put("counting", EnumCode.of(target.counting()))
                .put("due", target.due().code())
                .put("eachPark", target.eachPark());
        words(json, "source", target.source());
        words(json, "department", target.department());
        json.put("confirmed", target.confirmed());
        Measure measure = target.measure();
        if (measure != null) {
            ObjectNode of = json.putObject("measure").put("kind", EnumCode.of(measure.kind()));
            measure.industries().forEach(of.withArray("industries")::add);
        }
        number(json, "leastCoveragePercent", target.leastCoveragePercent());
        if (target.closed()) {
            json.put("closed", true);
        }
        if (target.rule() != null) {
            write(json.putObject("rule"), target.rule());
        }
    }

    private static void write(ObjectNode json, ListRule rule) {
        if (rule instanceof TaxPerMuRule tax) {
            json.put("kind", "tax-per-mu");
            number(json, "belowCnyPerMu", tax.belowCnyPerMu());
        } else if (rule instanceof IdleLandRule land) {
            json.put("kind", "idle-land");
            number(json, "leastMu", land.leastMu());
            json.put("years", land.years());
        } else if (rule instanceof DoublingRule doubling) {
            json.put("kind", "capacity-doubling");
            number(json, "leastSalesCny", doubling.leastSalesCny());
            number(json, "leastTaxCny", doubling.leastTaxCny());
            ArrayNode each = json.putArray("each");
            doubling.each().forEach(one -> each.add(EnumCode.of(one)));
            number(json, "leastPercent", doubling.leastPercent());
            json.put("worstClass", doubling.worstClass().name());
        }
    }

    private static void words(ObjectNode json, String name, Bilingual words) {
        json.putObject(name).put("zh", words.zh()).put("en", words.en());
    }

    private static void number(ObjectNode json, String name, @Nullable BigDecimal value) {
        if (value != null) {
            json.put(name, value.toPlainString());
        }
    }
}
