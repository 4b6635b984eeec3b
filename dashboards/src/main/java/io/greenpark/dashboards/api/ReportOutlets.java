package io.greenpark.dashboards.api;

import io.greenpark.accounting.discharge.DischargeBooker;
import io.greenpark.accounting.point.Delivery;
import io.greenpark.accounting.point.OutletDelivery;
import io.greenpark.alerts.cases.Exceedance;
import io.greenpark.alerts.cases.LimitVerdicts;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.Step;
import io.greenpark.reports.content.Column;
import io.greenpark.reports.content.Section;
import io.greenpark.reports.content.Table;
import io.greenpark.reports.content.Value;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report's outlets: every limit that was in force, and how often it was exceeded, as the ledger {@code /exceedances} has it. */
final class ReportOutlets {
    private static final Bilingual TITLE = new Bilingual("排放口与限值", "Outlets and limits");

    private final ReportAsked asked;

    ReportOutlets(ReportAsked asked) {
        this.asked = asked;
    }

    /** What tells the judged limits of a point apart. */
    private record Judged(Step step, @Nullable String source) {}

    Section section() {
        List<Point> points = asked.enterprises().stream()
                .flatMap(e -> asked.registry().pointsOfEnterprise(e.id()).stream())
                .filter(DischargeBooker::concerns)
                .filter(p -> p.outletId() != null)
                .toList();
        List<Exceedance> ledger = new LimitVerdicts(asked.sources().books())
                .exceedances(points.stream().map(Point::id).toList(), asked.begin(), asked.end());
        Map<String, TreeMap<LocalDate, Delivery>> delivered = new OutletDelivery(
                        asked.sources().discharges(),
                        Clock.fixed(asked.now(), asked.time().zone()))
                .of(points, asked.time(), asked.period().from(), asked.period().to());
        List<List<Value>> lines = points.stream()
                .flatMap(p -> lines(
                        p,
                        ledger.stream().filter(e -> e.pointId().equals(p.id())).toList(),
                        delivered.getOrDefault(p.id(), new TreeMap<>()).values().stream()
                                .reduce(Delivery.NONE, Delivery::plus)))
                .toList();
        return new Section(
                "outlets",
                TITLE,
                List.of(new Table("outlets.limits", new Bilingual("限值执行情况", "Limits"), columns(), lines, false)),
                List.of(
                        new Bilingual(
                                "未设限值的监测因子不列。限值未经确认或数据仅作线索的，计入“疑似”。",
                                "Factors without a limit are not listed. Where the limit is not confirmed, or the data are a clue only, it is counted as suspected."),
                        ExceedanceTexts.NOTICE));
    }

    private static List<Column> columns() {
        return List.of(
                Column.text("outlet", "排放口", "Outlet", 26),
                Column.text("point", "监测因子", "Factor", 14),
                Column.text("averaging", "均值", "Mean", 12),
                Column.text("limit", "限值", "Limit", 15),
                Column.share("completeness", "完整率（%）", "Complete (%)", 11),
                Column.figure("exceeded", "超标（个）", "Exceeded", 0, 9),
                Column.figure("suspected", "疑似（个）", "Suspected", 0, 10),
                Column.figure("highest", "最高均值", "Highest of these", 2, 11),
                Column.figure("multiple", "最大倍数", "Highest multiple", 2, 10));
    }

    private Stream<List<Value>> lines(Point point, List<Exceedance> ledger, Delivery delivered) {
        List<Limit> limits = asked.registry().limitsOfPoint(point.id()).stream()
                .filter(l -> l.validFrom().isBefore(asked.end())
                        && (l.validTo() == null || l.validTo().isAfter(asked.begin())))
                .toList();
        Set<Judged> all = new LinkedHashSet<>();
        limits.forEach(l -> all.add(judged(l)));
        ledger.forEach(e -> all.add(judged(e)));
        return all.stream()
                .map(judged -> line(
                        point,
                        judged,
                        limits.stream().filter(l -> judged(l).equals(judged)).toList(),
                        ledger.stream().filter(e -> judged(e).equals(judged)).toList(),
                        delivered));
    }

    private static Judged judged(Limit limit) {
        return new Judged(limit.averaging() == Limit.Averaging.DAY ? Step.DAY : Step.HOUR, limit.source());
    }

    private static Judged judged(Exceedance e) {
        return new Judged(e.step(), e.verdict().source());
    }

    private List<Value> line(
            Point point, Judged judged, List<Limit> limits, List<Exceedance> ledger, Delivery delivered) {
        Double completeness = delivered.completeness();
        Reason nothing = delivered.knownMs() == 0 && ledger.isEmpty() ? Reason.of(Cause.NO_VALID_SAMPLES) : null;
        long suspected = ledger.stream()
                .filter(e -> LedgerRow.of(e, point, asked.registry()).suspected())
                .count();
        return List.of(
                Value.of(outlet(point)),
                Value.of(point.name()),
                Value.of(ExceedanceTexts.of(judged.step())),
                Value.of(limit(limits, ledger)),
                completeness == null ? Value.BLANK : Value.of(BigDecimal.valueOf(completeness)),
                nothing != null ? new Value.Missing(nothing) : Value.of(ledger.size() - suspected),
                nothing != null ? new Value.Missing(nothing) : Value.of(suspected),
                Value.of(
                        most(ledger.stream().filter(Exceedance::above).map(e -> e.verdict()
                                .figure())),
                        null),
                Value.of(most(ledger.stream().map(Exceedance::multiple)), null));
    }

    private Bilingual outlet(Point point) {
        Optional<Outlet> outlet = Optional.ofNullable(point.outletId()).flatMap(asked.registry()::outlet);
        String code = outlet.map(Outlet::code).orElse(null);
        Bilingual name = outlet.map(Outlet::name).orElse(point.name());
        return asked.within(
                point.enterpriseId(),
                code == null ? name : new Bilingual(name.zh() + "（" + code + "）", name.en() + " (" + code + ")"));
    }

    /** The one in force last; a limit that the registry no longer has, as it was judged by. */
    private static Bilingual limit(List<Limit> limits, List<Exceedance> ledger) {
        return limits.stream()
                .max(Comparator.comparing(Limit::validFrom))
                .map(l -> Bilingual.same(bound(l) + " " + unit(l.unit().symbol())))
                .orElseGet(() -> ledger.stream()
                        .findFirst()
                        .map(e -> Bilingual.same((e.above() ? "≤ " : "≥ ")
                                + Json.decimal(e.verdict().limit()) + " "
                                + unit(Objects.requireNonNullElse(e.verdict().unit(), ""))))
                        .orElse(Bilingual.same("")));
    }

    static String bound(Limit limit) {
        String lower = Optional.ofNullable(Json.decimal(limit.lower())).orElse("");
        String upper = Optional.ofNullable(Json.decimal(limit.upper())).orElse("");
        return lower.isEmpty() ? "≤ " + upper : upper.isEmpty() ? "≥ " + lower : lower + "–" + upper;
    }

    private static String unit(String symbol) {
        return symbol.equals("pH") ? "" : symbol.replace("m3", "m³");
    }

    private static @Nullable BigDecimal most(Stream<@Nullable BigDecimal> values) {
        List<BigDecimal> known = new ArrayList<>();
        values.filter(Objects::nonNull).forEach(known::add);
        return known.stream().max(Comparator.naturalOrder()).orElse(null);
    }
}
