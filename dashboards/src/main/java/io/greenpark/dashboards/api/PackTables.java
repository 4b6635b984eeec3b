package io.greenpark.dashboards.api;

import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.objection.form.Thing;
import io.greenpark.objection.form.ThingKind;
import io.greenpark.paper.pack.PackWriter;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Carrier;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figures of a pack: means of outlets, and energy. A month at a time is read, so that a year takes no more memory. */
final class PackTables {
    private static final List<String> MEANS = List.of(
            "开始 from",
            "结束 to",
            "均值 mean",
            "单位 unit",
            "有效样本 valid samples",
            "完整率 completeness",
            "数据质量 quality",
            "数据标记 marks",
            "标记影响 effect of marks",
            "异议 objection");
    private static final int SHARE_DIGITS = 4;

    private final ConsoleSources sources;
    private final PackSpan span;
    private final PackMarks marks;
    private final PackObjections.MarkedRows objected;

    PackTables(ConsoleSources sources, PackSpan span, PackMarks marks, PackObjections.MarkedRows objected) {
        this.sources = sources;
        this.span = span;
        this.marks = marks;
        this.objected = objected;
    }

    /** Hourly and daily means of what is measured at an outlet. */
    void means(PackWriter pack, Point point) throws IOException {
        for (Step step : List.of(Step.HOUR, Step.DAY)) {
            String name = "data/discharge/" + PackNames.safe(point.id()) + "-" + step.code() + ".csv";
            pack.add(
                    name,
                    out -> PackCsv.write(out, MEANS, csv -> {
                        for (PackSpan month : span.months()) {
                            sources.discharges()
                                    .rows(point.id(), month.begin(), month.end(), step)
                                    .forEach(row -> csv.row(mean(row, point, step)));
                        }
                    }));
        }
    }

    private @Nullable Object[] mean(DischargeRow row, Point point, Step step) {
        return new Object[] {
            Json.boundary(row.from(), step, span.zone()),
            Json.boundary(row.to(), step, span.zone()),
            Json.decimal(row.mean()),
            point.currentFacts().unit().symbol(),
            row.validSamples(),
            share(row.completeness()),
            row.quality().name(),
            marks.of(point.id(), row.from(), row.to()),
            marks.effects(point.id(), row.from(), row.to()),
            objections(row, point, step)
        };
    }

    /** Of the mean itself and, of a day's, of its hours. */
    private String objections(DischargeRow row, Point point, Step step) {
        return (step == Step.HOUR ? List.of(Step.HOUR) : List.of(step, Step.HOUR))
                .stream()
                        .map(each -> objected.of(ThingKind.MEAN, Thing.meanId(point.id(), each), row.from(), row.to()))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("; "));
    }

    /** Rounded down: what is not complete never reads as 1. */
    private static String share(double share) {
        return String.valueOf(Json.decimal(BigDecimal.valueOf(share).setScale(SHARE_DIGITS, RoundingMode.FLOOR)));
    }

    /** Energy by hour, day and month, equivalent value. */
    void energy(PackWriter pack, String enterprise) throws IOException {
        for (Step step : List.of(Step.HOUR, Step.DAY, Step.MONTH)) {
            List<String> headings = new ArrayList<>(List.of("开始 from", "结束 to"));
            for (Carrier carrier : Carrier.values()) {
                headings.add(carrier.code() + " (" + carrier.unit().symbol() + ")");
            }
            headings.addAll(List.of(
                    "综合能耗 tce",
                    "CO2 t",
                    "完整率 completeness",
                    "估算占比 estimated",
                    "数据质量 quality",
                    "状态 status",
                    "系数集 coefficients",
                    "缺失原因 why missing",
                    "异议 objection"));
            pack.add(
                    "data/energy/" + step.code() + ".csv",
                    out -> PackCsv.write(out, headings, csv -> {
                        for (PackSpan month : span.months()) {
                            sources.energy()
                                    .rows(
                                            Subject.enterprise(enterprise),
                                            step == Step.MONTH ? month.firstOfMonth() : month.from(),
                                            step == Step.MONTH
                                                    ? month.firstOfMonth().plusMonths(1)
                                                    : month.to().plusDays(1),
                                            step,
                                            ElectricityBasis.EQUIVALENT)
                                    .forEach(row -> csv.row(energy(row, enterprise, step)));
                        }
                    }));
        }
    }

    private @Nullable Object[] energy(EnergyRow row, String enterprise, Step step) {
        List<@Nullable Object> cells = new ArrayList<>();
        ZoneId zone = span.zone();
        cells.add(Json.boundary(row.from(), step, zone));
        cells.add(Json.boundary(row.to(), step, zone));
        for (Carrier carrier : Carrier.values()) {
            cells.add(Json.decimal(row.amounts().get(carrier)));
        }
        cells.addAll(Stream.of(Json.decimal(row.tce()), Json.decimal(row.co2T()))
                .map(text -> text == null ? "" : text)
                .toList());
        cells.add(row.unmetered() == null ? share(row.coverage().completeness()) : "");
        cells.add(row.unmetered() == null ? share(row.coverage().estimated()) : "");
        cells.add(row.quality().name());
        cells.add(row.status().name());
        cells.add(row.coefficientSet());
        cells.add(row.reasons().entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue().text().zh() + " / "
                        + e.getValue().text().en())
                .sorted()
                .collect(Collectors.joining("; ")));
        // People object to the energy of a month, and its hours and days are what that is made of.
        cells.add(Stream.of(ThingKind.ENERGY, ThingKind.INTENSITY)
                .map(kind -> objected.of(kind, enterprise, row.from(), row.to()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; ")));
        return cells.toArray();
    }
}
