package io.greenpark.dashboards.api;

import io.greenpark.accounting.intensity.IntensityRow.PeriodIntensity;
import io.greenpark.accounting.intensity.IntensityRow.TargetStanding;
import io.greenpark.accounting.intensity.Standings.SubjectStanding;
import io.greenpark.accounting.intensity.TargetProgress;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.energy.TargetTonnes.YearEnd;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.returns.closing.ClosingMarks.Mark;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The columns of standings in files, and by which they are sorted: figures of the month, of the year to date, and the target. */
final class StandingColumns {
    private final Registry registry;
    private final YearMonth month;
    private final ElectricityBasis basis;
    private final Map<Subject, Mark> closed;
    private final ShownObjections.Intensities objected;

    /**
     * @param closed what stands beside figures of a closed month
     * @param objected what of them is objected to
     */
    StandingColumns(
            Registry registry,
            YearMonth month,
            ElectricityBasis basis,
            Map<Subject, Mark> closed,
            ShownObjections.Intensities objected) {
        this.objected = objected;
        this.registry = registry;
        this.month = month;
        this.basis = basis;
        this.closed = closed;
    }

    List<Column<SubjectStanding>> all() {
        List<Column<SubjectStanding>> columns = new ArrayList<>();
        columns.add(Column.text(
                "id", new Bilingual("编号", "Id"), s -> Cell.code(s.subject().id())));
        columns.add(Column.text(
                "name", new Bilingual("名称", "Name"), s -> Cell.words(s.subject().name(registry))));
        columns.add(Column.text("park", new Bilingual("园区", "Park"), s -> park(s.subject())));
        columns.add(Column.text("industry", new Bilingual("行业", "Industry"), s -> industry(s.subject())));
        columns.add(Column.text("period", new Bilingual("月份", "Month"), s -> Cell.code(month.toString())));
        figures(columns, "month", new Bilingual("本月", "month"), s -> s.row().ofMonth());
        figures(columns, "yearToDate", new Bilingual("累计", "year to date"), s -> s.row()
                .yearToDate());
        target(columns);
        provenance(columns);
        columns.add(Column.text("closing", new Bilingual("结账", "Closing"), s -> closing(s.subject())));
        columns.add(Column.text(
                "objection", new Bilingual("异议", "Objection"), s -> Cell.words(objected.words(s.subject(), s.row()))));
        return columns;
    }

    private @Nullable Cell closing(Subject subject) {
        Mark mark = closed.get(subject);
        if (mark == null) {
            return null;
        }
        return Cell.words(
                mark.changes().isEmpty()
                        ? new Bilingual("已关账", "closed")
                        : new Bilingual("结账后有变化", "changed since closing"));
    }

    private static void figures(
            List<Column<SubjectStanding>> columns,
            String code,
            Bilingual period,
            Function<SubjectStanding, PeriodIntensity> figure) {
        columns.add(Column.number(
                code + ".tce",
                of(period, "综合能耗（吨标准煤）", "energy (tce)"),
                2,
                s -> Cell.number(figure.apply(s).tce())));
        columns.add(Column.number(
                code + ".ivaCny",
                of(period, "工业增加值（万元，可比价）", "value added (10,000 CNY, comparable prices)"),
                2,
                s -> Cell.number(inTenThousands(figure.apply(s).ivaCny()))));
        columns.add(Column.number(
                code + ".tcePer10kCny",
                of(period, "单位工业增加值能耗（吨标准煤/万元）", "energy per value added (tce per 10,000 CNY)"),
                4,
                s -> Cell.number(figure.apply(s).tcePer10kCny())));
        columns.add(Column.number(
                code + ".changePercent",
                of(period, "同比（%）", "change on the year before (%)"),
                2,
                s -> Cell.number(figure.apply(s).changePercent())));
    }

    private static void target(List<Column<SubjectStanding>> columns) {
        columns.add(Column.number(
                "standing.changePercent",
                new Bilingual("较基期变化（%）", "Change since the base year (%)"),
                2,
                s -> standing(s, TargetStanding::changePercent)));
        columns.add(Column.number(
                "standing.targetChangePercent",
                new Bilingual("目标变化（%）", "Change due by the target (%)"),
                2,
                s -> standing(s, TargetStanding::targetChangePercent)));
        columns.add(Column.number(
                "standing.gapPoints",
                new Bilingual("差距（百分点）", "Gap (percentage points)"),
                2,
                s -> standing(s, TargetStanding::gapPoints)));
        columns.add(Column.number(
                "progress.excessTce",
                new Bilingual("累计超目标用能（吨标准煤）", "Energy above the target, year to date (tce)"),
                2,
                s -> progress(s, TargetProgress::excessTce)));
        columns.add(Column.number(
                "progress.yearEnd.excessTce",
                new Bilingual("年底前需节能，负为富余（吨标准煤）", "To be saved by the end of the year, negative to spare (tce)"),
                2,
                s -> progress(s, p -> yearEndExcess(p.yearEnd()))));
        columns.add(Column.text(
                "standing.verdict",
                new Bilingual("判断", "Verdict"),
                s -> Cell.words(
                        s.row().standing() == null
                                ? StandingTexts.NO_TARGET
                                : StandingTexts.of(s.row().standing().verdict()))));
        columns.add(Column.text(
                "standing.reason",
                new Bilingual("未判断原因", "Why it is not judged"),
                s -> s.row().standing() == null || s.row().standing().reason() == null
                        ? null
                        : Cell.words(s.row().standing().reason().text())));
        columns.add(Column.text(
                "progress.level",
                new Bilingual("预警等级", "Level"),
                s -> s.progress() == null || s.progress().level() == null
                        ? null
                        : Cell.words(StandingTexts.of(s.progress().level()))));
    }

    private void provenance(List<Column<SubjectStanding>> columns) {
        columns.add(Column.share(
                "yearToDate.completeness",
                new Bilingual("数据完整率", "Completeness"),
                s -> coverage(s, Coverage::completeness)));
        columns.add(Column.share(
                "yearToDate.baseCompleteness",
                new Bilingual("上年同期数据完整率", "Completeness of the year before"),
                s -> baseCoverage(s, Coverage::completeness)));
        columns.add(Column.share(
                "yearToDate.measuredShare", new Bilingual("实测占比", "Measured"), s -> coverage(s, Coverage::measured)));
        columns.add(Column.share(
                "yearToDate.estimatedShare",
                new Bilingual("估算占比", "Estimated"),
                s -> coverage(s, Coverage::estimated)));
        columns.add(Column.text(
                "yearToDate.status",
                new Bilingual("数据状态", "Status"),
                s -> status(s.row().yearToDate())));
        columns.add(Column.text("basis", new Bilingual("折标口径", "Basis"), s -> Cell.words(StandingTexts.of(basis))));
        columns.add(Column.text(
                "coefficientSet",
                new Bilingual("折标系数集", "Coefficient set"),
                s -> Cell.code(registry.coefficientsAt(month.atEndOfMonth(), basis)
                        .map(CoefficientSet::id)
                        .orElse(null))));
        columns.add(Column.text(
                "month.missing",
                new Bilingual("本月缺数原因", "Why a figure of the month is missing"),
                s -> missing(s.row().ofMonth())));
        columns.add(Column.text(
                "yearToDate.missing",
                new Bilingual("累计缺数原因", "Why a figure of the year to date is missing"),
                s -> missing(s.row().yearToDate())));
    }

    private static @Nullable Cell status(PeriodIntensity figures) {
        FigureStatus status = figures.knownStatus();
        return status == null ? null : Cell.words(StandingTexts.of(status));
    }

    private static @Nullable Cell missing(PeriodIntensity figures) {
        Reason why = figures.missing();
        return why == null ? null : Cell.words(why.text());
    }

    /** As statistics state value added. */
    private static @Nullable BigDecimal inTenThousands(@Nullable BigDecimal cny) {
        return cny == null ? null : cny.movePointLeft(4);
    }

    private static @Nullable Cell coverage(SubjectStanding s, ToDoubleFunction<Coverage> share) {
        PeriodIntensity figure = s.row().yearToDate();
        return CoverageJson.unknown(s.row().period(), figure.unmetered()) == null
                ? Cell.share(share.applyAsDouble(figure.coverage()))
                : null;
    }

    private static @Nullable Cell baseCoverage(SubjectStanding s, ToDoubleFunction<Coverage> share) {
        PeriodIntensity figure = s.row().yearToDate();
        return CoverageJson.unknown(s.row().period(), figure.baseUnmetered()) == null
                ? Cell.share(share.applyAsDouble(figure.baseCoverage()))
                : null;
    }

    private @Nullable Cell park(Subject subject) {
        return registry.enterprise(subject.id())
                .filter(e -> subject.scope() == Subject.Scope.ENTERPRISE)
                .map(registry::parkOf)
                .map(park -> Cell.words(park.name()))
                .orElse(null);
    }

    private @Nullable Cell industry(Subject subject) {
        return subject.scope() != Subject.Scope.ENTERPRISE
                ? null
                : Cell.words(registry.enterprise(subject.id())
                        .map(Enterprise::industry)
                        .map(IndustryTexts::of)
                        .orElse(null));
    }

    private static @Nullable Cell standing(SubjectStanding s, Function<TargetStanding, @Nullable BigDecimal> figure) {
        TargetStanding standing = s.row().standing();
        return standing == null ? null : Cell.number(figure.apply(standing));
    }

    private static @Nullable Cell progress(SubjectStanding s, Function<TargetProgress, @Nullable BigDecimal> figure) {
        return s.progress() == null ? null : Cell.number(figure.apply(s.progress()));
    }

    private static @Nullable BigDecimal yearEndExcess(@Nullable YearEnd yearEnd) {
        return yearEnd == null ? null : yearEnd.excessTce();
    }

    private static Bilingual of(Bilingual period, String zh, String en) {
        return new Bilingual(
                period.zh() + zh, Character.toUpperCase(en.charAt(0)) + en.substring(1) + ", " + period.en());
    }
}
