package io.greenpark.sheets.form;

import static io.greenpark.sheets.form.FormColumn.of;

import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Unit;
import io.greenpark.sheets.column.Choices;
import io.greenpark.sheets.column.ColumnType;
import io.greenpark.sheets.column.Decimals;
import io.greenpark.sheets.column.Referring;
import io.greenpark.sheets.column.Texts;
import io.greenpark.sheets.column.Times;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** Forms of outlets and the limits of what they discharge. */
final class DischargeForms {
    static final ColumnType OUTLET = new Referring(DocumentKind.OUTLET, new Bilingual("排放口", "outlet"));

    private static final ColumnType POINT = new Referring(DocumentKind.POINT, new Bilingual("点位", "point"));

    private DischargeForms() {}

    static ColumnType unit() {
        return Choices.of(Arrays.stream(Unit.values()).map(Unit::symbol).toList());
    }

    static SheetForm outlets() {
        return new SheetForm(
                "outlets",
                DocumentKind.OUTLET,
                new Bilingual("排放口", "Outlets"),
                null,
                List.of(
                        of(FormColumn.ID, "排放口编号", "Outlet id", Texts.id()).needed(),
                        of("enterprise", "企业编号", "Enterprise id", EnterpriseForms.ENTERPRISE)
                                .needed(),
                        EnterpriseForms.nameZh().needed(),
                        EnterpriseForms.nameEn(),
                        of(
                                        "medium",
                                        "类型",
                                        "Medium",
                                        Choices.of()
                                                .with("stack", "排气筒", "stack")
                                                .with("water", "废水排放口", "water outlet"))
                                .needed(),
                        of(
                                "standing",
                                "数据效力",
                                "Standing",
                                Choices.of().with("evidence", "证据", "evidence").with("clue", "线索", "clue")),
                        of("code", "许可证排放口代码", "Code in the permit", Texts.text())
                                .noted("如 DA001、DW001", "e.g. DA001, DW001"),
                        of("permit", "排污许可证编号", "Permit number", Texts.text())));
    }

    static SheetForm limits(ZoneId zone) {
        return new SheetForm(
                "limits",
                DocumentKind.LIMIT,
                new Bilingual("排放限值", "Limits"),
                null,
                List.of(
                        of(FormColumn.ID, "限值编号", "Limit id", Texts.id()).needed(),
                        of("point", "点位编号", "Point id", POINT).needed(),
                        of(
                                        "averaging",
                                        "均值",
                                        "Averaging",
                                        Choices.of()
                                                .with("hour", "小时均值", "hourly mean")
                                                .with("day", "日均值", "daily mean"))
                                .needed(),
                        of("upper", "上限", "Upper", Decimals.any())
                                .noted("单位见“单位”列；上下限至少填一个", "in the unit of column Unit; upper or lower is needed"),
                        of("lower", "下限", "Lower", Decimals.any()),
                        of("unit", "单位", "Unit", unit()).needed(),
                        of("warnFraction", "预警比例", "Early warning", Decimals.positive())
                                .in("上限的比例，0 至 1", "share of upper, 0..1"),
                        of("source", "依据", "Source", Texts.text()).needed(),
                        of("sourceZh", "依据（中文）", "Source in Chinese", Texts.text()),
                        of("confirmed", "已核实", "Confirmed", Choices.truth()),
                        of("validFrom", "生效时间", "Valid from", Times.time(zone)).needed(),
                        of("validTo", "失效时间", "Valid to", Times.time(zone)),
                        of("standard", "标准号", "Standard", Texts.text()),
                        of("clause", "条款", "Clause", Texts.text()),
                        of("clauseZh", "条款（中文）", "Clause in Chinese", Texts.text()),
                        of(
                                "concentration",
                                "浓度类型",
                                "Concentration",
                                Choices.of()
                                        .with("measured", "实测", "as measured")
                                        .with("converted", "折算", "converted")),
                        of("referenceOxygenPercent", "基准氧含量", "Reference oxygen", Decimals.positive())
                                .in("%", "%"),
                        of(
                                "gas",
                                "烟气状态",
                                "Gas",
                                Choices.of().with("dry", "干基", "dry").with("wet", "湿基", "wet"))));
    }
}
