package io.greenpark.dashboards.api;

import io.greenpark.accounting.finding.Findings;
import io.greenpark.accounting.point.MeterDelivery;
import io.greenpark.accounting.point.OutletDelivery;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.text.Bilingual;
import io.greenpark.reports.content.Column;
import io.greenpark.reports.content.Section;
import io.greenpark.reports.content.Table;
import io.greenpark.reports.content.Value;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report's quality of data: what each station delivered, as {@code /data-quality} answers it; of more than one enterprise only those that lack much. */
final class ReportQuality {
    /** What an effective transmission rate is to be at least, and the share that a figure is judged by. */
    private static final double LEAST = 0.9;

    private static final Bilingual TITLE = new Bilingual("数据质量", "Quality of data");

    private final ReportAsked asked;

    ReportQuality(ReportAsked asked) {
        this.asked = asked;
    }

    Section section() {
        List<StationRow> stations = stations();
        List<StationRow> listed = asked.ofEnterprise()
                ? stations
                : stations.stream().filter(ReportQuality::lacks).toList();
        return new Section(
                "quality",
                TITLE,
                List.of(
                        counts(stations),
                        new Table(
                                "quality.stations",
                                asked.ofEnterprise()
                                        ? new Bilingual("各站点", "Stations")
                                        : new Bilingual("评估值低于 90% 的站点", "Stations below 90 %"),
                                columns(),
                                listed.stream().map(this::line).toList(),
                                false)),
                List.of(
                        new Bilingual(
                                "排放口按数据传输有效率评估，其他按完整率；已结束的日期计入。",
                                "Outlets are assessed by their effective transmission rate, others by completeness; days that are over count.")));
    }

    /** Park by park: so much at a time is gone through as the board does. */
    private List<StationRow> stations() {
        Clock at = Clock.fixed(asked.now(), asked.time().zone());
        Stations stations = new Stations(
                asked.registry(), asked.period().from(), asked.period().to(), at);
        stations.countInvalid(new Findings(asked.sources().books()));
        Map<String, List<Enterprise>> byPark =
                asked.enterprises().stream().collect(Collectors.groupingBy(Enterprise::parkId));
        List<StationRow> rows = new ArrayList<>();
        byPark.values().forEach(some -> {
            rows.addAll(
                    stations.outlets(some, new OutletDelivery(asked.sources().discharges(), at)));
            rows.addAll(stations.meters(some, new MeterDelivery(asked.sources().books(), at)));
        });
        return rows;
    }

    private static boolean lacks(StationRow row) {
        Double share = StationRow.assessed(row.total());
        return share != null && share < LEAST;
    }

    private static Table counts(List<StationRow> stations) {
        List<Column> columns = List.of(
                Column.text("kind", "类别", "Kind", 28),
                Column.figure("stations", "站点（个）", "Stations", 0, 18),
                Column.figure("assessed", "有评估值（个）", "Assessed", 0, 18),
                Column.figure("below", "低于 90%（个）", "Below 90 %", 0, 18),
                Column.figure("invalid", "无效数据（个）", "Invalid values", 0, 18));
        List<List<Value>> lines = new ArrayList<>();
        for (StationRow.Kind kind : StationRow.Kind.values()) {
            List<StationRow> these =
                    stations.stream().filter(s -> s.kind() == kind).toList();
            lines.add(List.of(
                    Value.of(kind.text()),
                    Value.of(these.size()),
                    Value.of(these.stream()
                            .filter(s -> StationRow.assessed(s.total()) != null)
                            .count()),
                    Value.of(these.stream().filter(ReportQuality::lacks).count()),
                    Value.of(these.stream().mapToLong(StationRow::allInvalid).sum())));
        }
        return new Table("quality.counts", new Bilingual("汇总", "Summary"), columns, lines, false);
    }

    private static List<Column> columns() {
        return List.of(
                Column.text("station", "站点", "Station", 40),
                Column.text("kind", "类别", "Kind", 14),
                Column.share("completeness", "完整率（%）", "Complete (%)", 15),
                Column.share("validity", "传输有效率（%）", "Transmission rate (%)", 16),
                Column.figure("invalid", "无效数据（个）", "Invalid values", 0, 15));
    }

    private List<Value> line(StationRow row) {
        return List.of(
                Value.of(asked.within(row.enterpriseId(), row.name())),
                Value.of(row.kind().text()),
                share(row.total().completeness()),
                share(row.total().validity()),
                Value.of(row.allInvalid()));
    }

    private static Value share(@Nullable Double share) {
        return share == null ? Value.BLANK : Value.of(BigDecimal.valueOf(share));
    }
}
