package io.greenpark.reports;

import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.reports.content.Column;
import io.greenpark.reports.content.Formula;
import io.greenpark.reports.content.Report;
import io.greenpark.reports.content.ReportPeriod;
import io.greenpark.reports.content.Section;
import io.greenpark.reports.content.Table;
import io.greenpark.reports.content.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** A report with one of everything that a table can hold. */
public final class SampleReport {
    public static final Reason MISSING = Reason.of(Cause.NO_BOUNDARY_METER);

    private SampleReport() {}

    public static Report report() {
        List<Column> columns = List.of(
                Column.text("what", "项目 <A&B>", "What <A&B>", 20),
                Column.figure("amount", "数量", "Amount", 2, 20),
                Column.figure("factor", "系数", "Factor", 4, 20),
                Column.figure("product", "乘积", "Product", 2, 20),
                Column.share("share", "占比（%）", "Share (%)", 20));
        Table table = new Table(
                "all",
                new Bilingual("全部", "All"),
                columns,
                List.of(
                        row(new Value.Code("=1+1"), figure("1234567.891"), figure("0.1229"), "151728.3938039"),
                        row(Value.of(Bilingual.same("none")), new Value.Missing(MISSING), figure("2"), "0"),
                        List.of(
                                Value.of(new Bilingual("合计", "Total")),
                                Value.BLANK,
                                Value.BLANK,
                                figure("151728.3938039").by(Formula.sum()),
                                Value.BLANK)),
                true);
        Table empty = new Table("empty", new Bilingual("空表", "Empty"), columns, List.of(), false);
        return new Report(
                Subject.park("fucun"),
                new Bilingual("傅村园区", "Fucun Park"),
                ReportPeriod.parse("2026-Q3").orElseThrow(),
                ElectricityBasis.EQUIVALENT,
                Report.State.OPEN,
                Instant.parse("2026-11-23T12:40:00Z"),
                ZoneId.of("Asia/Shanghai"),
                List.of(new Section(
                        "one",
                        new Bilingual("能源: 消费", "Energy: use"),
                        List.of(table, empty),
                        List.of(new Bilingual("说明", "A remark")))));
    }

    private static List<Value> row(Value name, Value amount, Value factor, String product) {
        return List.of(name, amount, factor, figure(product).by(Formula.ofRow("{amount}*{factor}")), figure("0.9996"));
    }

    private static Value figure(String value) {
        return Value.of(new BigDecimal(value));
    }
}
