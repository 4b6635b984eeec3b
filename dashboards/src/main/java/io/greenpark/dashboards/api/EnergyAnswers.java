package io.greenpark.dashboards.api;

import io.greenpark.accounting.energy.EnergyAccounts;
import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.objection.desk.MarkedThings;
import io.greenpark.objection.desk.ObjectionMarks;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.PeriodState;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Carrier;
import io.greenpark.returns.closing.ClosingMarks;
import io.greenpark.returns.closing.ClosingMarks.Mark;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Energy accounts of enterprises, parks and the district. */
final class EnergyAnswers {
    private static final Map<Step, Integer> MAX_DAYS = Map.of(Step.HOUR, 400, Step.DAY, 4_000, Step.MONTH, 40_000);

    private final Parks parks;
    private final EnergyAccounts accounts;
    private final ClosingMarks marks;
    private final ShownObjections objections;
    private final Clock clock;

    EnergyAnswers(
            RegistrySource registry,
            EnergyAccounts accounts,
            ClosingMarks marks,
            ObjectionMarks objections,
            Clock clock) {
        this.objections = new ShownObjections(objections);
        this.parks = new Parks(registry);
        this.accounts = accounts;
        this.marks = marks;
        this.clock = clock;
    }

    JsonObject ofEnterprise(Question question) {
        var enterprise = parks.enterprise(question.id());
        Park park = parks.registry().parkOf(enterprise);
        return rows(
                question,
                "enterprise",
                Subject.enterprise(enterprise.id()),
                park.time().zone());
    }

    JsonObject ofPark(Question question) {
        Park park = parks.park(question.id());
        return rows(question, "park", Subject.park(park.id()), park.time().zone());
    }

    JsonObject ofDistrict(Question question) {
        return rows(question, "district", parks.district(), parks.districtZone());
    }

    private JsonObject rows(Question question, String scope, Subject subject, ZoneId zone) {
        question.allow("from", "to", "step", "basis");
        LocalDate from = question.date("from");
        LocalDate to = question.date("to");
        Step step = question.step(Step.values()).orElse(Step.MONTH);
        ElectricityBasis basis = question.basis();
        Dates.requireSpan(
                from,
                to,
                MAX_DAYS.getOrDefault(step, 400),
                new Bilingual("粒度为 " + step.code() + " 的数据", "rows of one " + step.code()));
        List<EnergyRow> rows = accounts.rows(subject, from, to, step, basis);
        Map<YearMonth, Mark> closed = step == Step.MONTH ? marks.ofEnergy(subject, rows, basis) : Map.of();
        MarkedThings marked = rows.isEmpty()
                ? MarkedThings.NONE
                : objections.energy(
                        subject, rows.get(0).from(), rows.get(rows.size() - 1).to());
        return new JsonObject()
                .put(scope, subject.id())
                .put("basis", basis.name())
                .put("step", step.code())
                .put("zone", zone.getId())
                .put("rows", Json.array(rows, row -> row(row, step, zone)
                        .put("closing", mark(row, closed, zone))
                        .put("objection", ObjectionTexts.mark(marked.of(subject.id(), row.from(), row.to())))));
    }

    private JsonObject row(EnergyRow row, Step step, ZoneId zone) {
        PeriodState period = PeriodState.of(row.from(), row.to(), clock.instant());
        Reason unknown = CoverageJson.unknown(period, row.unmetered());
        boolean nothing = row.tce() == null && row.amounts().isEmpty();
        JsonObject json = new JsonObject()
                .put("from", Json.boundary(row.from(), step, zone))
                .put("to", Json.boundary(row.to(), step, zone))
                .put("period", period.name());
        ReasonJson.putAll(json, reasons(row, period, unknown), EnergyAnswers::key);
        for (Carrier carrier : Carrier.values()) {
            if (row.amounts().containsKey(carrier)) {
                json.put(Json.amountKey(carrier), Json.decimal(row.amounts().get(carrier)));
            } else if (row.reasons().containsKey(carrier.code())) {
                json.putNull(Json.amountKey(carrier));
            }
        }
        CoverageJson.put(json, unknown == null ? row.coverage() : null);
        return json.put("tce", Json.decimal(row.tce()))
                .put("co2T", Json.decimal(row.co2T()))
                .put("tceByCarrier", tceByCarrier(row))
                .put("estimatedAmounts", estimatedAmounts(row))
                .put("quality", unknown == null ? row.quality().name() : null)
                .put(
                        "status",
                        period == PeriodState.FUTURE || nothing
                                ? null
                                : row.status().name())
                .put("coefficientSet", row.coefficientSet());
    }

    private static @Nullable JsonObject mark(EnergyRow row, Map<YearMonth, Mark> closed, ZoneId zone) {
        return ClosingJson.mark(closed.get(YearMonth.from(row.from().atZone(zone))), zone);
    }

    /** Of a period to come nothing is missing: all it lacks is that it has not begun. */
    private static Map<String, Reason> reasons(EnergyRow row, PeriodState period, @Nullable Reason unknown) {
        if (unknown == null) {
            return row.reasons();
        }
        Map<String, Reason> reasons = new TreeMap<>(row.reasons());
        if (period == PeriodState.FUTURE) {
            reasons.replaceAll((figure, why) -> unknown);
        }
        reasons.put("completeness", unknown);
        return reasons;
    }

    private static JsonObject estimatedAmounts(EnergyRow row) {
        JsonObject amounts = new JsonObject();
        row.estimated().forEach((carrier, amount) -> amounts.put(Json.amountKey(carrier), Json.decimal(amount)));
        return amounts;
    }

    /** What each carrier contributes to {@code tce}: amount times kgce per unit, by the row's coefficient set. */
    private JsonObject tceByCarrier(EnergyRow row) {
        JsonObject shares = new JsonObject();
        parks.registry().facts().coefficientSets().stream()
                .filter(set -> set.id().equals(row.coefficientSet()))
                .findFirst()
                .ifPresent(set -> row.amounts().forEach((carrier, amount) -> {
                    CoefficientSet.Coefficient k = set.coefficients().get(carrier);
                    BigDecimal factor = k == null || !k.countsInComprehensiveEnergy() ? null : k.kgcePerUnit();
                    if (factor != null) {
                        shares.put(
                                carrier.code(),
                                Json.decimal(amount.multiply(factor).movePointLeft(3)));
                    }
                }));
        return shares;
    }

    private static String key(String figure) {
        return Carrier.ofCode(figure).map(Json::amountKey).orElse(figure);
    }
}
