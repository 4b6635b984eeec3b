package io.greenpark.dashboards.api;

import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.park.registry.ClosedMonth;
import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.CoefficientSet.Coefficient;
import io.greenpark.park.registry.Target;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Carrier;
import io.greenpark.reports.content.Column;
import io.greenpark.reports.content.Section;
import io.greenpark.reports.content.Table;
import io.greenpark.reports.content.Value;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** By what a report's figures were computed, and where that comes from. */
final class ReportMethod {
    private static final Bilingual TITLE = new Bilingual("方法与来源", "Method and sources");
    private static final List<Bilingual> REMARKS = List.of(
            new Bilingual(
                    "综合能耗为各能源品种实物量乘以折标系数之和，只计边界计量点，扣除转供；不足部分由寄存器读数推算的，计入“其中估算”。",
                    "Comprehensive energy is the sum of amounts times coefficients over the meters of the boundary, less what is passed on; what register readings span is counted as estimated."),
            new Bilingual(
                    "强度为综合能耗除以工业增加值；完整率不足 90% 或统计数据不全的，不对照目标判断。一月与二月合并比较。",
                    "Intensity is energy per value added; below 90 % of measured time, or without all statistics, it is not judged against the target. January is compared together with February."),
            new Bilingual(
                    "缺失的数据不以零计：表中“— [n]”为无法给出，原因列于表下。显示值按位数舍入，电子表格内为全部位数，百分率只舍不入。",
                    "What is missing is never counted as 0: “— [n]” stands for what cannot be stated, for the reason below the table. Figures are shown rounded, the workbook has all digits; shares are cut, never rounded up."));

    private final ReportAsked asked;
    private final List<EnergyRow> energy;

    /** @param energy of the months of the period */
    ReportMethod(ReportAsked asked, List<EnergyRow> energy) {
        this.asked = asked;
        this.energy = energy;
    }

    Section section() {
        return new Section(
                "method",
                TITLE,
                List.of(closings(), new ReportChanges(asked, energy).table(), coefficients(), targets()),
                REMARKS);
    }

    private Table closings() {
        List<Column> columns = List.of(
                Column.text("month", "月份", "Month", 20),
                Column.text("state", "关账", "Closed", 20),
                Column.figure("edition", "关账版次", "Edition", 0, 20),
                Column.text("on", "关账日期", "Closed on", 20));
        List<List<Value>> lines = new ArrayList<>();
        for (YearMonth month : asked.period().months()) {
            Optional<ClosedMonth> closed = asked.sources().closings().closing(asked.subject(), month);
            lines.add(List.of(
                    Value.of(Bilingual.same(month.toString())),
                    Value.of(closed.isPresent() ? new Bilingual("已关账", "closed") : new Bilingual("未关账", "open")),
                    closed.map(c -> Value.of(c.edition())).orElse(Value.BLANK),
                    closed.<Value>map(c -> new Value.Day(asked.time().dayOf(c.closedAt())))
                            .orElse(Value.BLANK)));
        }
        return new Table("method.closings", new Bilingual("月度结账", "Closing of months"), columns, lines, false);
    }

    private Table coefficients() {
        List<Column> columns = List.of(
                Column.text("set", "系数集", "Set", 20),
                Column.text("carrier", "能源品种", "Carrier", 18),
                Column.figure("kgce", "千克标煤/单位", "kgce per unit", 4, 13),
                Column.figure("co2", "千克二氧化碳/单位", "kg CO₂ per unit", 4, 14),
                Column.text("unit", "单位", "Unit", 8),
                Column.text("source", "来源", "Source", 40));
        List<List<Value>> lines = new ArrayList<>();
        Set<Carrier> used = used();
        for (CoefficientSet set : sets()) {
            for (Carrier carrier : used) {
                Coefficient k = set.coefficients().get(carrier);
                if (k != null) {
                    lines.add(List.of(
                            new Value.Code(set.id()),
                            Value.of(ReportEnergy.name(carrier)),
                            Value.of(k.kgcePerUnit(), null),
                            Value.of(k.co2KgPerUnit(), null),
                            new Value.Code(carrier.unit().symbol().replace("m3", "m³")),
                            Value.of(source(k))));
                }
            }
        }
        return new Table("method.coefficients", new Bilingual("折算系数", "Coefficients"), columns, lines, false);
    }

    private static Bilingual source(Coefficient k) {
        Bilingual source = k.sourceText();
        return k.confirmed() ? source : new Bilingual(source.zh() + "（未核实）", source.en() + " (unconfirmed)");
    }

    private List<CoefficientSet> sets() {
        return asked.period().months().stream()
                .flatMap(m -> asked.registry().coefficientsAt(m.atEndOfMonth(), asked.basis()).stream())
                .distinct()
                .toList();
    }

    /** Of the subject's meters; what it does not use says nothing to its readers. */
    private Set<Carrier> used() {
        Set<Carrier> used = new TreeSet<>();
        energy.forEach(row -> used.addAll(row.amounts().keySet()));
        return used;
    }

    private Table targets() {
        List<Column> columns = List.of(
                Column.text("subject", "对象", "Of", 24),
                Column.figure("yearly", "年均变化（%）", "A year (%)", 2, 14),
                Column.text("base", "基年", "Base year", 12),
                Column.text("years", "年限", "Years", 16),
                Column.text("source", "来源", "Source", 40));
        int year = asked.period().last().getYear();
        List<List<Value>> lines = asked.parts().stream()
                .flatMap(s -> asked.registry().targetsOf(s).stream())
                .filter(t -> t.basis() == asked.basis() && t.fromYear() <= year && t.toYear() >= year)
                .map(this::target)
                .toList();
        return new Table("method.targets", new Bilingual("目标", "Targets"), columns, lines, false);
    }

    private List<Value> target(Target t) {
        return List.of(
                Value.of(asked.nameOf(t.subject())),
                Value.of(t.yearlyChangePercent()),
                new Value.Code(String.valueOf(t.baseYear())),
                new Value.Code(t.fromYear() + "–" + t.toYear()),
                Value.of(t.sourceText()));
    }
}
