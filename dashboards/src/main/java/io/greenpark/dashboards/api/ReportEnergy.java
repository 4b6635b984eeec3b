package io.greenpark.dashboards.api;

import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.CoefficientSet.Coefficient;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.PeriodState;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.CarrierNames;
import io.greenpark.reports.content.Column;
import io.greenpark.reports.content.Formula;
import io.greenpark.reports.content.Section;
import io.greenpark.reports.content.Table;
import io.greenpark.reports.content.Value;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A report's energy: by month, and by month and carrier, as {@code /energy} answers it. */
final class ReportEnergy {
    private static final Bilingual TITLE = new Bilingual("能源消费", "Energy");
    private static final Bilingual SUM = new Bilingual("合计", "Total");

    private final ReportAsked asked;
    private final List<EnergyRow> rows;

    ReportEnergy(ReportAsked asked) {
        this.asked = asked;
        this.rows = asked.sources()
                .energy()
                .rows(asked.subject(), asked.period().from(), asked.period().to(), Step.MONTH, asked.basis());
    }

    Section section() {
        return new Section("energy", TITLE, List.of(months(), carriers()), List.of());
    }

    /** Rows of the months of the period. */
    List<EnergyRow> rows() {
        return rows;
    }

    private YearMonth month(EnergyRow row) {
        return asked.time().monthOf(row.from());
    }

    private PeriodState state(EnergyRow row) {
        return PeriodState.of(row.from(), row.to(), asked.now());
    }

    /** Why a figure is missing; of a month to come all it lacks is that it has not begun. */
    private @Nullable Reason why(EnergyRow row, String figure) {
        Reason why = row.reasons().get(figure);
        return why == null ? null : Objects.requireNonNullElse(CoverageJson.unknown(state(row), null), why);
    }

    private Table months() {
        List<Column> columns = List.of(
                Column.text("month", "月份", "Month", 12),
                Column.figure("tce", "综合能耗（吨标煤）", "Energy (tce)", 2, 16),
                Column.figure("co2T", "二氧化碳（吨）", "CO₂ (t)", 2, 15),
                Column.share("completeness", "完整率（%）", "Complete (%)", 13),
                Column.share("estimatedShare", "其中估算（%）", "Estimated (%)", 14),
                Column.text("status", "状态", "Status", 13),
                Column.text("coefficientSet", "系数集", "Coefficients", 17));
        List<List<Value>> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(month(row, columns)));
        boolean summed = rows.size() > 1;
        if (summed) {
            lines.add(List.of(
                    Value.of(SUM),
                    sum("tce", EnergyRow::tce),
                    sum("co2T", EnergyRow::co2T),
                    Value.BLANK,
                    Value.BLANK,
                    Value.BLANK,
                    Value.BLANK));
        }
        return new Table("energy.months", new Bilingual("分月", "By month"), columns, lines, summed);
    }

    private List<Value> month(EnergyRow row, List<Column> columns) {
        Reason unknown = CoverageJson.unknown(state(row), row.unmetered());
        boolean nothing = row.tce() == null && row.amounts().isEmpty();
        List<Value> line = new ArrayList<>(List.of(
                Value.of(Bilingual.same(month(row).toString())),
                Value.of(row.tce(), why(row, "tce")),
                Value.of(row.co2T(), why(row, "co2T"))));
        if (unknown == null) {
            line.add(Value.of(BigDecimal.valueOf(row.coverage().completeness())));
            line.add(Value.of(BigDecimal.valueOf(row.coverage().estimated())));
        } else {
            line.add(new Value.Missing(unknown));
            line.add(new Value.Missing(unknown));
        }
        line.add(nothing || state(row) == PeriodState.FUTURE ? Value.BLANK : Value.of(StandingTexts.of(row.status())));
        line.add(row.coefficientSet() == null ? Value.BLANK : new Value.Code(row.coefficientSet()));
        return line.subList(0, columns.size());
    }

    /** Of all months, or the reason of the first that lacks it: a sum of some of them would read as that of all. */
    private Value sum(String figure, Function<EnergyRow, @Nullable BigDecimal> of) {
        BigDecimal sum = BigDecimal.ZERO;
        for (EnergyRow row : rows) {
            BigDecimal value = of.apply(row);
            if (value == null) {
                return Value.of(null, why(row, figure));
            }
            sum = sum.add(value);
        }
        return Value.of(sum).by(Formula.sum());
    }

    private Table carriers() {
        List<Column> columns = List.of(
                Column.text("month", "月份", "Month", 10),
                Column.text("carrier", "能源品种", "Carrier", 18),
                Column.figure("amount", "消费量", "Amount", 2, 18),
                Column.text("unit", "单位", "Unit", 8),
                Column.figure("estimated", "其中估算", "Estimated", 2, 15),
                Column.figure("kgce", "折标系数（千克标煤/单位）", "kgce per unit", 4, 15),
                Column.figure("tce", "折标量（吨标煤）", "tce", 2, 16));
        List<List<Value>> lines = new ArrayList<>();
        for (EnergyRow row : rows) {
            for (Carrier carrier : Carrier.values()) {
                if (row.amounts().containsKey(carrier) || row.reasons().containsKey(carrier.code())) {
                    lines.add(carrier(row, carrier));
                }
            }
        }
        boolean summed = addSum(lines, columns.size() - 1);
        return new Table("energy.carriers", new Bilingual("分品种", "By carrier"), columns, lines, summed);
    }

    private List<Value> carrier(EnergyRow row, Carrier carrier) {
        BigDecimal amount = row.amounts().get(carrier);
        BigDecimal estimated = row.estimated().get(carrier);
        BigDecimal factor = factor(row, carrier).orElse(null);
        return List.of(
                Value.of(Bilingual.same(month(row).toString())),
                Value.of(name(carrier)),
                Value.of(amount, why(row, carrier.code())),
                new Value.Code(carrier.unit().symbol().replace("m3", "m³")),
                Value.of(estimated, null),
                Value.of(factor, null),
                amount == null || factor == null
                        ? Value.BLANK
                        : Value.of(amount.multiply(factor).movePointLeft(3)).by(Formula.ofRow("{amount}*{kgce}/1000")));
    }

    static Bilingual name(Carrier carrier) {
        return new Bilingual(CarrierNames.chinese(carrier), carrier.code());
    }

    private Optional<BigDecimal> factor(EnergyRow row, Carrier carrier) {
        return asked.registry().facts().coefficientSets().stream()
                .filter(set -> set.id().equals(row.coefficientSet()))
                .map(CoefficientSet::coefficients)
                .flatMap(all -> Optional.ofNullable(all.get(carrier)).stream())
                .filter(Coefficient::countsInComprehensiveEnergy)
                .findFirst()
                .map(Coefficient::kgcePerUnit);
    }

    /** Only where it is what the accounts say, too: two figures of one thing would stand beside each other. */
    private boolean addSum(List<List<Value>> lines, int last) {
        BigDecimal sum = BigDecimal.ZERO;
        for (List<Value> line : lines) {
            sum = line.get(last) instanceof Value.Figure figure ? sum.add(figure.value()) : sum;
        }
        if (lines.isEmpty()
                || !(sum("tce", EnergyRow::tce) instanceof Value.Figure all)
                || all.value().compareTo(sum) != 0) {
            return false;
        }
        List<Value> line = new ArrayList<>(List.of(Value.of(SUM)));
        while (line.size() < last) {
            line.add(Value.BLANK);
        }
        line.add(Value.of(sum).by(Formula.sum()));
        lines.add(line);
        return true;
    }
}
