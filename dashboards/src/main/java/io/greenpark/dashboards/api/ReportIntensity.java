package io.greenpark.dashboards.api;

import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.accounting.intensity.IntensityRow.PeriodIntensity;
import io.greenpark.accounting.intensity.IntensityRow.TargetStanding;
import io.greenpark.accounting.intensity.Standings.SubjectStanding;
import io.greenpark.accounting.intensity.TargetProgress;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.PeriodState;
import io.greenpark.reports.content.Column;
import io.greenpark.reports.content.Formula;
import io.greenpark.reports.content.Section;
import io.greenpark.reports.content.Table;
import io.greenpark.reports.content.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report's energy per value added: by month as {@code /intensity}, and the year to date against the target as {@code /standings} answers them. */
final class ReportIntensity {
    private static final Bilingual TITLE = new Bilingual("能耗强度与目标", "Energy per value added, and targets");

    private final ReportAsked asked;

    ReportIntensity(ReportAsked asked) {
        this.asked = asked;
    }

    Section section() {
        Map<Subject, SubjectStanding> standings =
                asked.sources().standings().of(asked.parts(), asked.period().last(), asked.basis());
        List<Table> tables = new ArrayList<>();
        tables.add(months());
        tables.add(toDate(List.copyOf(standings.values())));
        SubjectStanding own = standings.get(asked.subject());
        if (own != null && own.progress() != null) {
            tables.add(yearEnd(own.progress()));
        }
        return new Section(
                "intensity",
                TITLE,
                tables,
                List.of(
                        new Bilingual(
                                "增加值为可比价。差距为实际变化率减目标变化率，大于零为滞后；超出量为本年累计能耗高于目标允许量的部分，小于零为少用。",
                                "Value added is at comparable prices. The gap is the actual change less that of the target, above zero it is behind; the excess is the energy of the year to date above what the target allows, below zero it is saved.")));
    }

    private Table months() {
        List<Column> columns = List.of(
                Column.text("month", "月份", "Month", 10),
                Column.figure("tce", "综合能耗（吨标煤）", "Energy (tce)", 2, 16),
                Column.figure("ivaCny", "工业增加值（元）", "Value added (CNY)", 0, 18),
                Column.figure("tcePer10kCny", "强度（吨标煤/万元）", "tce per 10,000 CNY", 4, 16),
                Column.figure("changePercent", "同比（%）", "On the year before (%)", 2, 14),
                Column.share("completeness", "完整率（%）", "Complete (%)", 12),
                Column.text("status", "状态", "Status", 14));
        List<List<Value>> lines = asked
                .sources()
                .intensity()
                .rows(
                        asked.subject(),
                        asked.period().first(),
                        asked.period().last().plusMonths(1),
                        asked.basis())
                .stream()
                .map(ReportIntensity::month)
                .toList();
        return new Table("intensity.months", new Bilingual("分月", "By month"), columns, lines, false);
    }

    private static List<Value> month(IntensityRow row) {
        PeriodIntensity f = row.ofMonth();
        Reason unknown = CoverageJson.unknown(row.period(), f.unmetered());
        return List.of(
                Value.of(Bilingual.same(row.month().toString())),
                figure(f, "tce", f.tce()),
                figure(f, "ivaCny", f.ivaCny()),
                figure(f, "tcePer10kCny", f.tcePer10kCny()).by(Formula.ofRow("{tce}/{ivaCny}*10000")),
                figure(f, "changePercent", f.changePercent()),
                unknown == null
                        ? Value.of(BigDecimal.valueOf(f.coverage().completeness()))
                        : new Value.Missing(unknown),
                f.knownStatus() == null || row.period() == PeriodState.FUTURE
                        ? Value.BLANK
                        : Value.of(StandingTexts.of(f.knownStatus())));
    }

    private static Value figure(PeriodIntensity of, String name, @Nullable BigDecimal value) {
        return Value.of(value, of.reasons().get(name));
    }

    private Table toDate(List<SubjectStanding> standings) {
        List<Column> columns = List.of(
                Column.text("subject", "对象", "Of", 22),
                Column.figure("tce", "累计能耗（吨标煤）", "Energy to date (tce)", 2, 14),
                Column.figure("tcePer10kCny", "累计强度", "tce per 10,000 CNY", 4, 11),
                Column.figure("changePercent", "同比（%）", "On year before (%)", 2, 10),
                Column.figure("sinceBase", "较基年（%）", "Since base (%)", 2, 10),
                Column.figure("target", "目标（%）", "Target (%)", 2, 10),
                Column.figure("gap", "差距（百分点）", "Gap (points)", 2, 11),
                Column.text("level", "预警级别", "Level", 23),
                Column.figure("excessTce", "超出量（吨标煤）", "Excess (tce)", 2, 13));
        List<List<Value>> lines = standings.stream()
                .sorted(Comparator.comparing((SubjectStanding s) -> s.subject().scope())
                        .reversed()
                        .thenComparing(
                                ReportIntensity::excess, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
                        .thenComparing(s -> s.subject().id()))
                .map(this::toDate)
                .toList();
        return new Table(
                "intensity.toDate",
                new Bilingual(
                        "本年累计（截至 " + asked.period().last() + "）与目标",
                        "Year to date to the end of " + asked.period().last() + ", against the target"),
                columns,
                lines,
                false);
    }

    private static @Nullable BigDecimal excess(SubjectStanding s) {
        return s.progress() == null ? null : s.progress().excessTce();
    }

    private List<Value> toDate(SubjectStanding s) {
        PeriodIntensity f = s.row().yearToDate();
        TargetStanding t = s.row().standing();
        TargetProgress p = s.progress();
        List<Value> line = new ArrayList<>(List.of(
                Value.of(asked.nameOf(s.subject())),
                figure(f, "tce", f.tce()),
                figure(f, "tcePer10kCny", f.tcePer10kCny()),
                figure(f, "changePercent", f.changePercent())));
        if (t == null || p == null) {
            line.addAll(List.of(Value.BLANK, Value.BLANK, Value.BLANK, Value.of(StandingTexts.NO_TARGET), Value.BLANK));
            return line;
        }
        line.addAll(List.of(
                Value.of(t.changePercent(), t.reason()),
                Value.of(t.targetChangePercent()),
                Value.of(t.gapPoints(), t.reason()).by(Formula.ofRow("{sinceBase}-{target}")),
                p.level() == null ? missing(p, "level") : Value.of(StandingTexts.of(p.level())),
                Value.of(p.excessTce(), p.reasons().get("excessTce"))));
        return line;
    }

    private static Value missing(TargetProgress p, String name) {
        return Value.of((BigDecimal) null, p.reasons().get(name));
    }

    private static Table yearEnd(TargetProgress p) {
        List<Column> columns = List.of(
                Column.figure("tce", "全年预计能耗（吨标煤）", "Energy of the year (tce)", 2, 30),
                Column.figure("allowedTce", "目标允许量（吨标煤）", "Allowed by the target (tce)", 2, 30),
                Column.figure("excessTce", "超出量（吨标煤）", "Excess (tce)", 2, 30));
        List<Value> line = p.yearEnd() == null
                ? List.of(missing(p, "yearEnd"), missing(p, "yearEnd"), missing(p, "yearEnd"))
                : List.of(
                        Value.of(p.yearEnd().tce()),
                        Value.of(p.yearEnd().allowedTce()),
                        Value.of(p.yearEnd().excessTce()).by(Formula.ofRow("{tce}-{allowedTce}")));
        return new Table(
                "intensity.yearEnd",
                new Bilingual("按目前进度推算到年底", "By the end of the year, if it goes on like this"),
                columns,
                List.of(line),
                false);
    }
}
