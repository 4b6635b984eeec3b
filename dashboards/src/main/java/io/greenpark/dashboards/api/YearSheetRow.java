package io.greenpark.dashboards.api;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.EnterpriseFile.PerformanceClass;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.greenpark.plan.sheet.SheetField;
import io.greenpark.plan.sheet.SheetFigures;
import io.greenpark.plan.sheet.YearSheet;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The yearly sheet of an enterprise, in lists, in files and by itself. */
record YearSheetRow(Enterprise enterprise, YearSheet sheet) {
    JsonObject json(Registry registry) {
        ZoneId zone = registry.parkOf(enterprise).time().zone();
        return new JsonObject()
                .put("enterprise", Json.named(enterprise.id(), enterprise.name()))
                .put(
                        "park",
                        Json.named(
                                enterprise.parkId(), registry.parkOf(enterprise).name()))
                .put("year", sheet.year())
                .put("version", sheet.version())
                .put("state", EnumCode.of(sheet.state()))
                .put("figures", figures(sheet.figures()))
                .put("source", sheet.source())
                .put("allowedUse", EnumCode.of(sheet.allowedUse()))
                .put("words", sheet.words())
                .put("changedBy", sheet.changedBy())
                .put("changedAt", Json.time(sheet.changedAt(), zone));
    }

    private static JsonObject figures(SheetFigures figures) {
        JsonObject json = new JsonObject();
        for (SheetField field : SheetField.values()) {
            json.put(field.code(), value(figures, field));
        }
        return json;
    }

    private static @Nullable Object value(SheetFigures figures, SheetField field) {
        PerformanceClass performance = figures.performanceClass();
        return switch (field) {
            case CLASS -> performance == null ? null : performance.name();
            case ABOVE_SCALE -> figures.aboveScale();
            case POLLUTING -> figures.polluting();
            case IN_PARK -> figures.inPark();
            case INDUSTRY -> figures.industry();
            default -> Json.decimal(figures.amount(field));
        };
    }

    static List<Column<YearSheetRow>> columns(Registry registry) {
        List<Column<YearSheetRow>> columns = new ArrayList<>();
        columns.add(Column.text("enterprise.id", YearSheetIntake.ID, r -> Cell.code(r.enterprise.id())));
        columns.add(Column.text("enterprise", YearSheetIntake.NAME, r -> Cell.words(r.enterprise.name())));
        columns.add(Column.text(
                "park",
                new Bilingual("园区", "Park"),
                r -> Cell.words(registry.parkOf(r.enterprise).name())));
        columns.add(Column.text("year", new Bilingual("年份", "Year"), r -> Cell.code(Integer.toString(r.sheet.year()))));
        columns.add(Column.text("state", new Bilingual("状态", "State"), r -> Cell.words(PlanTexts.of(r.sheet.state()))));
        for (SheetField field : SheetField.values()) {
            columns.add(column(field));
        }
        columns.add(Column.text(
                "source",
                new Bilingual("数据来源", "From"),
                r -> r.sheet.version() == 0 ? null : Cell.code(r.sheet.source())));
        columns.add(Column.text(
                "allowedUse", new Bilingual("用途", "Use"), r -> Cell.words(PlanTexts.of(r.sheet.allowedUse()))));
        columns.add(Column.text(
                "words", new Bilingual("企业意见", "What the enterprise says"), r -> Cell.code(r.sheet.words())));
        columns.add(Column.text(
                "changedAt",
                new Bilingual("更新时间", "Changed at"),
                r -> Cell.time(
                        r.sheet.changedAt(),
                        registry.parkOf(r.enterprise).time().zone())));
        return List.copyOf(columns);
    }

    private static Column<YearSheetRow> column(SheetField field) {
        String code = "figures." + field.code();
        Bilingual heading = YearSheetIntake.heading(field);
        return field.unit() != null
                ? Column.number(
                        code, heading, 2, r -> Cell.number(r.sheet.figures().amount(field)))
                : Column.text(code, heading, r -> cell(value(r.sheet.figures(), field)));
    }

    private static @Nullable Cell cell(@Nullable Object value) {
        return value == null ? null : value instanceof Boolean so ? Cell.truth(so) : Cell.code(value.toString());
    }

    /** The same figures with one of them another. */
    static SheetFigures with(SheetFigures of, SheetField field, Object value) {
        return new SheetFigures(
                field == SheetField.LAND ? (BigDecimal) value : of.landMu(),
                field == SheetField.LAND_IN_USE ? (BigDecimal) value : of.landInUseMu(),
                field == SheetField.TAX ? (BigDecimal) value : of.taxCny(),
                field == SheetField.SALES ? (BigDecimal) value : of.salesCny(),
                field == SheetField.OUTPUT ? (BigDecimal) value : of.outputCny(),
                field == SheetField.RESEARCH ? (BigDecimal) value : of.researchCny(),
                field == SheetField.CAPACITY_USED ? (BigDecimal) value : of.capacityUsedPercent(),
                field == SheetField.ENERGY_USED ? (BigDecimal) value : of.energyUsedPercent(),
                field == SheetField.DISCHARGE_USED ? (BigDecimal) value : of.dischargeUsedPercent(),
                field == SheetField.CLASS ? (PerformanceClass) value : of.performanceClass(),
                field == SheetField.ABOVE_SCALE ? (Boolean) value : of.aboveScale(),
                field == SheetField.POLLUTING ? (Boolean) value : of.polluting(),
                field == SheetField.IN_PARK ? (Boolean) value : of.inPark(),
                field == SheetField.INDUSTRY ? (String) value : of.industry());
    }
}
