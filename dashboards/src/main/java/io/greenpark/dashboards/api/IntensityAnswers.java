package io.greenpark.dashboards.api;

import io.greenpark.accounting.intensity.IntensityAccounts;
import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.objection.desk.ObjectionMarks;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.PeriodState;
import io.greenpark.park.time.Step;
import io.greenpark.returns.closing.ClosingMarks;
import io.greenpark.returns.closing.ClosingMarks.Mark;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Intensity accounts of enterprises, parks and the district: monthly and year to date, with the standing against the target. */
final class IntensityAnswers {
    private static final int MAX_DAYS = 40_000;

    private final Parks parks;
    private final IntensityAccounts accounts;
    private final ClosingMarks marks;
    private final ShownObjections objections;

    IntensityAnswers(
            RegistrySource registry, IntensityAccounts accounts, ClosingMarks marks, ObjectionMarks objections) {
        this.objections = new ShownObjections(objections);
        this.parks = new Parks(registry);
        this.accounts = accounts;
        this.marks = marks;
    }

    JsonObject ofEnterprise(Question question) {
        return rows(
                question,
                "enterprise",
                Subject.enterprise(parks.enterprise(question.id()).id()));
    }

    JsonObject ofPark(Question question) {
        return rows(question, "park", Subject.park(parks.park(question.id()).id()));
    }

    JsonObject ofDistrict(Question question) {
        return rows(question, "district", parks.district());
    }

    private JsonObject rows(Question question, String scope, Subject subject) {
        question.allow("from", "to", "step", "basis");
        question.step(Step.MONTH);
        LocalDate from = question.date("from");
        LocalDate to = question.date("to");
        Dates.requireSpan(from, to, MAX_DAYS, new Bilingual("月度数据", "months"));
        ElectricityBasis basis = question.basis();
        YearMonth end = YearMonth.from(to.minusDays(1)).plusMonths(1);
        List<IntensityRow> rows = accounts.rows(subject, YearMonth.from(from), end, basis);
        Map<YearMonth, Mark> closed = marks.ofIntensity(subject, rows, basis);
        ZoneId zone = subject.time(parks.registry()).zone();
        ShownObjections.Intensities objected =
                objections.intensities(Map.of(subject, rows), subject.time(parks.registry()));
        return new JsonObject()
                .put(scope, subject.id())
                .put("basis", basis.name())
                .put("rows", Json.array(rows, row -> objected.putTo(row(row), subject, row)
                        .put("closing", ClosingJson.mark(closed.get(row.month()), zone))));
    }

    static JsonObject row(IntensityRow row) {
        return new JsonObject()
                .put("from", row.month().atDay(1).toString())
                .put("to", row.month().plusMonths(1).atDay(1).toString())
                .put("period", row.period().name())
                .put("month", figure(row.ofMonth(), row.period()))
                .put("yearToDate", figure(row.yearToDate(), row.period()))
                .put("standing", standing(row.standing()));
    }

    private static JsonObject figure(IntensityRow.PeriodIntensity f, PeriodState period) {
        FigureStatus status = period == PeriodState.FUTURE ? null : f.knownStatus();
        Reason unknown = CoverageJson.unknown(period, f.unmetered());
        Reason baseUnknown = CoverageJson.unknown(period, f.baseUnmetered());
        JsonObject json = new JsonObject()
                .put("tce", Json.decimal(f.tce()))
                .put("ivaCny", Json.decimal(f.ivaCny()))
                .put("tcePer10kCny", Json.decimal(f.tcePer10kCny()))
                .put("changePercent", Json.decimal(f.changePercent()))
                .put("status", status == null ? null : status.name());
        CoverageJson.put(json, unknown == null ? f.coverage() : null);
        CoverageJson.putBase(json, baseUnknown == null ? f.baseCoverage() : null);
        Map<String, Reason> reasons = new TreeMap<>(f.reasons());
        if (unknown != null) {
            reasons.put("completeness", unknown);
        }
        if (baseUnknown != null) {
            reasons.put("baseCompleteness", baseUnknown);
        }
        ReasonJson.putAll(json, reasons, UnaryOperator.identity());
        return json;
    }

    private static @Nullable JsonObject standing(IntensityRow.@Nullable TargetStanding s) {
        if (s == null) {
            return null;
        }
        JsonObject json = new JsonObject()
                .put("target", s.targetId())
                .put("baseYear", s.baseYear())
                .put("targetChangePercent", Json.decimal(s.targetChangePercent()))
                .put("changePercent", Json.decimal(s.changePercent()))
                .put("gapPoints", Json.decimal(s.gapPoints()))
                .put("verdict", s.verdict().name())
                .put("mayBeHeldAgainst", s.mayBeHeldAgainst());
        ReasonJson.put(json, s.reason());
        return json;
    }
}
