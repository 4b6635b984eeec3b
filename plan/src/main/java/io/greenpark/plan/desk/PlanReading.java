package io.greenpark.plan.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.greenpark.park.registry.EnterpriseFile.PerformanceClass;
import io.greenpark.park.text.Bilingual;
import io.greenpark.plan.rule.DoublingRule;
import io.greenpark.plan.rule.IdleLandRule;
import io.greenpark.plan.rule.ListRule;
import io.greenpark.plan.rule.TaxPerMuRule;
import io.greenpark.plan.rule.Utilisation;
import io.greenpark.plan.target.Averaging;
import io.greenpark.plan.target.Counting;
import io.greenpark.plan.target.Direction;
import io.greenpark.plan.target.LightMarks;
import io.greenpark.plan.target.Measure;
import io.greenpark.plan.target.Plan;
import io.greenpark.plan.target.PlanFaultException;
import io.greenpark.plan.target.PlanPeriod;
import io.greenpark.plan.target.PlanState;
import io.greenpark.plan.target.PlanTarget;
import io.greenpark.plan.target.TargetType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads plans as {@link PlanText} writes them, or as somebody writes them by hand. */
public final class PlanReading {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIRST = 1949;
    private static final int LAST = 2199;
    private static final int MOST_TARGETS = 500;
    private static final int MOST_YEARS_BACK = 10;

    private PlanReading() {}

    /**
     * A plan by its text.
     *
     * @throws PlanFaultException saying what of it cannot be, and where
     */
    public static Plan read(String id, long version, String text) {
        Given given = new Given(tree(text), "");
        given.allow("name", "document", "state", "closed", "baseYear", "firstYear", "lastYear", "lights", "targets");
        List<PlanTarget> targets = new ArrayList<>();
        List<Given> all = given.at("targets").each();
        if (all.size() > MOST_TARGETS) {
            throw given.at("targets").wrong("最多 " + MOST_TARGETS + " 项", "has at most " + MOST_TARGETS);
        }
        all.forEach(one -> targets.add(target(one)));
        try {
            return new Plan(
                    id,
                    given.at("name").words(),
                    given.at("document").words(),
                    given.at("state").choice(PlanState.class),
                    given.at("closed").flag(false),
                    given.at("baseYear").integer(FIRST, LAST),
                    given.at("firstYear").integer(FIRST, LAST),
                    given.at("lastYear").integer(FIRST, LAST),
                    marks(given.at("lights")),
                    version,
                    targets);
        } catch (IllegalArgumentException e) {
            throw new PlanFaultException(
                    new Bilingual("规划的年份或目标编号不成立：" + e.getMessage(), "the plan cannot be: " + e.getMessage()));
        }
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new PlanFaultException(
                    new Bilingual("不是 JSON：" + e.getOriginalMessage(), "this is no JSON: " + e.getOriginalMessage()));
        }
    }

    private static LightMarks marks(Given given) {
        if (given.absent()) {
            return LightMarks.USUAL;
        }
        given.allow("amberShare", "makeUp", "leastCoveragePercent");
        BigDecimal share = given.at("amberShare").numberNotBelowZero();
        BigDecimal makeUp = given.at("makeUp").number();
        if (share.compareTo(BigDecimal.ONE) > 0) {
            throw given.at("amberShare").wrong("须为 0 至 1", "must be 0 to 1");
        }
        if (makeUp.compareTo(BigDecimal.ONE) < 0) {
            throw given.at("makeUp").wrong("须不小于 1", "must be at least 1");
        }
        BigDecimal coverage = coverage(given.at("leastCoveragePercent"));
        return new LightMarks(share, makeUp, coverage == null ? LightMarks.USUAL.leastCoveragePercent() : coverage);
    }

    private static @Nullable BigDecimal coverage(Given given) {
        BigDecimal percent = given.numberOrNull();
        if (percent != null && (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0)) {
            throw given.wrong("须为 0 至 100", "must be 0 to 100");
        }
        return percent;
    }

    private static PlanTarget target(Given given) {
        given.allow(
                "number",
                "words",
                "type",
                "direction",
                "amount",
                "yearly",
                "base",
                "unit",
                "averaging",
                "counting",
                "due",
                "eachPark",
                "source",
                "department",
                "confirmed",
                "measure",
                "rule",
                "leastCoveragePercent",
                "closed");
        String number = given.at("number").text();
        if (!number.matches("[0-9]{1,3}[a-z]?(\\.[0-9]{1,2})?")) {
            throw given.at("number").wrong("须如 14、17a 或 17a.2", "must read as 14, 17a or 17a.2");
        }
        TargetType type = given.at("type").choice(TargetType.class);
        @Nullable ListRule rule = given.at("rule").absent() ? null : rule(given.at("rule"));
        if ((type == TargetType.LIST) != (rule != null)) {
            throw given.at("rule")
                    .wrong("只有且必须 type 为 list 的目标有规则", "must be there where the type is list, and nowhere else");
        }
        @Nullable BigDecimal amount = given.at("amount").numberOrNull();
        @Nullable BigDecimal yearly = given.at("yearly").numberOrNull();
        if ((amount != null || yearly != null) && given.at("unit").absent()) {
            throw given.at("unit").wrong("有数值的目标须有单位", "must be there where there is an amount");
        }
        return new PlanTarget(
                number,
                given.at("words").words(),
                type,
                given.at("direction").choice(Direction.class, Direction.AT_LEAST),
                amount,
                yearly,
                given.at("base").numberOrNull(),
                given.at("unit").absent() ? null : given.at("unit").words(),
                given.at("averaging").choice(Averaging.class, Averaging.COMPOUND),
                given.at("counting").choice(Counting.class, Counting.PER_PERIOD),
                PlanPeriod.ofCode(given.at("due").text())
                        .orElseThrow(() -> given.at("due").wrong("须如 2026 或 2026-Q3", "must read as 2026 or 2026-Q3")),
                given.at("eachPark").flag(false),
                given.at("source").words(),
                given.at("department").words(),
                given.at("confirmed").flag(false),
                given.at("measure").absent() ? null : measure(given.at("measure")),
                rule,
                coverage(given.at("leastCoveragePercent")),
                given.at("closed").flag(false));
    }

    private static Measure measure(Given given) {
        given.allow("kind", "industries");
        Given industries = given.at("industries");
        return new Measure(
                given.at("kind").choice(Measure.Kind.class),
                industries.absent()
                        ? List.of()
                        : industries.each().stream().map(Given::text).toList());
    }

    private static ListRule rule(Given given) {
        String kind = given.at("kind").text();
        return switch (kind) {
            case "tax-per-mu" -> {
                given.allow("kind", "belowCnyPerMu");
                yield new TaxPerMuRule(given.at("belowCnyPerMu").numberNotBelowZero());
            }
            case "idle-land" -> {
                given.allow("kind", "leastMu", "years");
                yield new IdleLandRule(
                        given.at("leastMu").numberNotBelowZero(),
                        given.at("years").integer(1, MOST_YEARS_BACK));
            }
            case "capacity-doubling" -> {
                given.allow("kind", "leastSalesCny", "leastTaxCny", "each", "leastPercent", "worstClass");
                yield new DoublingRule(
                        given.at("leastSalesCny").numberNotBelowZero(),
                        given.at("leastTaxCny").numberNotBelowZero(),
                        given.at("each").each().stream()
                                .map(one -> one.choice(Utilisation.class))
                                .toList(),
                        given.at("leastPercent").numberNotBelowZero(),
                        given.at("worstClass").choice(PerformanceClass.class));
            }
            default ->
                throw given.at("kind")
                        .wrong(
                                "须为 tax-per-mu、capacity-doubling、idle-land 之一",
                                "must be one of tax-per-mu, capacity-doubling, idle-land");
        };
    }
}
