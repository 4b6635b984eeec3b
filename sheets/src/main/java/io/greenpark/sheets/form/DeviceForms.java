package io.greenpark.sheets.form;

import static io.greenpark.sheets.form.FormColumn.of;

import com.fasterxml.jackson.databind.node.IntNode;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.text.Bilingual;
import io.greenpark.sheets.column.Choices;
import io.greenpark.sheets.column.ColumnType;
import io.greenpark.sheets.column.Decimals;
import io.greenpark.sheets.column.Referring;
import io.greenpark.sheets.column.Texts;
import io.greenpark.sheets.column.Times;
import java.time.ZoneId;
import java.util.List;

/** Forms of gateways, devices, their points with what is true of them from when on, and replaced meters. */
final class DeviceForms {
    /** The name for both ways in which documents write it: {@code boundary} and {@code factor}. */
    static final String FACTOR = "factor";

    private static final ColumnType DEVICE = new Referring(DocumentKind.DEVICE, new Bilingual("设备", "device"));
    private static final ColumnType GATEWAY = new Referring(DocumentKind.GATEWAY, new Bilingual("网关", "gateway"));

    private DeviceForms() {}

    static SheetForm gateways() {
        return new SheetForm(
                "gateways",
                DocumentKind.GATEWAY,
                new Bilingual("网关", "Gateways"),
                null,
                List.of(
                        of(FormColumn.ID, "网关编号", "Gateway id", Texts.id()).needed(),
                        EnterpriseForms.nameZh().needed(),
                        EnterpriseForms.nameEn()));
    }

    static SheetForm devices() {
        return new SheetForm(
                "devices",
                DocumentKind.DEVICE,
                new Bilingual("设备", "Devices"),
                null,
                List.of(
                        of(FormColumn.ID, "设备编号", "Device id", Texts.id()).needed(),
                        of("enterprise", "企业编号", "Enterprise id", EnterpriseForms.ENTERPRISE)
                                .needed(),
                        EnterpriseForms.nameZh().needed(),
                        EnterpriseForms.nameEn(),
                        of("gateway", "网关编号", "Gateway id", GATEWAY),
                        of("sentAs", "上报名称", "Sent as", Texts.text())
                                .noted(
                                        "与网关上报的名称逐字相同；按编号上报则不填",
                                        "exactly as the gateway sends it; empty where that is the id"),
                        of("silenceAfter", "失联判定时长", "Silent after", Times.duration())
                                .needed()));
    }

    static SheetForm points(ZoneId zone) {
        return new SheetForm(
                "points",
                DocumentKind.POINT,
                new Bilingual("点位", "Points"),
                "facts",
                List.of(
                        of(FormColumn.ID, "点位编号", "Point id", Texts.id()).needed(),
                        of("device", "设备编号", "Device id", DEVICE).needed(),
                        of("key", "上报字段", "Key sent", Texts.text()).needed(),
                        EnterpriseForms.nameZh().needed(),
                        EnterpriseForms.nameEn(),
                        of("quantity", "监测项目", "Quantity", Texts.id())
                                .needed()
                                .noted("如 electricity、nox、cod", "e.g. electricity, nox, cod"),
                        of("outlet", "排放口编号", "Outlet id", DischargeForms.OUTLET),
                        of(FormColumn.DATED, "生效时间", "Valid from", Times.time(zone))
                                .needed()
                                .noted("同一点位可有多行，每行一个生效时间", "a point may have several rows, one for each time"),
                        of(
                                        "@/kind",
                                        "数值类型",
                                        "Kind",
                                        Choices.of()
                                                .with("register", "累计表码", "register")
                                                .with("interval", "时段量", "interval")
                                                .with("gauge", "瞬时或均值", "gauge")
                                                .with("state", "状态", "state"))
                                .needed(),
                        of("@/unit", "单位", "Unit", DischargeForms.unit()).needed(),
                        of("@/period", "时段长度", "Period", Times.duration()),
                        of(
                                "@/stamp",
                                "时间标记",
                                "Stamp",
                                Choices.of().with("start", "时段开始", "start").with("end", "时段结束", "end")),
                        of("@/expectedInterval", "上报间隔", "Expected every", Times.duration())
                                .needed(),
                        of("@/maxPerHour", "每小时最大量", "Largest an hour", Decimals.positive())
                                .in("按单位列", "in Unit"),
                        of("@/ratio", "倍率", "Ratio", Decimals.positive()),
                        of("@/ratioApplied", "倍率已乘", "Ratio applied", Choices.truth()),
                        of("@/registerRange", "表码满度", "Register range", Decimals.positive())
                                .in("按单位列", "in Unit"),
                        of("@/carrier", "能源品种", "Carrier", Carriers.choices()),
                        of("@/" + FACTOR, "计入方式", "Counts as", factor()).noted("有能源品种时必填", "needed beside a carrier"),
                        of(
                                "@/direction",
                                "方向",
                                "Direction",
                                Choices.of()
                                        .with("import", "受入", "import")
                                        .with("export", "送出", "export")
                                        .with("net", "净值", "net")),
                        of("@/min", "有效下限", "Least", Decimals.any()).in("按单位列", "in Unit"),
                        of("@/max", "有效上限", "Most", Decimals.any()).in("按单位列", "in Unit"),
                        of("@/stampTolerance", "时间允差", "Tolerance of times", Times.duration()),
                        of("@/zone", "时区", "Time zone", Texts.text())
                                .noted("不填则为园区时区", "the park's where it is left out"),
                        of("endedAt", "停用时间", "Ended at", Times.time(zone))));
    }

    private static Choices factor() {
        return Choices.of()
                .add(IntNode.valueOf(1), "1", new Bilingual("计入", "counts"))
                .add(IntNode.valueOf(0), "0", new Bilingual("不计（分表）", "sub-meter, not counted"))
                .add(IntNode.valueOf(-1), "-1", new Bilingual("扣减（转供或上网）", "passed on or fed back"));
    }

    static SheetForm replacements(ZoneId zone) {
        return new SheetForm(
                "replacements",
                DocumentKind.POINT,
                new Bilingual("换表", "Replacements"),
                "replacements",
                List.of(
                        of(FormColumn.ID, "点位编号", "Point id", Texts.id()).needed(),
                        of(FormColumn.DATED, "换表时间", "Replaced at", Times.time(zone))
                                .needed(),
                        of("@/oldEnd", "旧表止码", "Old meter's end", Decimals.any())
                                .needed(),
                        of("@/newStart", "新表起码", "New meter's start", Decimals.any())
                                .needed()));
    }
}
