package io.greenpark.sheets.form;

import static io.greenpark.sheets.form.FormColumn.of;

import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.text.Bilingual;
import io.greenpark.sheets.column.Choices;
import io.greenpark.sheets.column.Decimals;
import io.greenpark.sheets.column.Texts;
import io.greenpark.sheets.column.Times;
import java.util.List;

/** Forms of targets, monthly statistics and bills. */
final class FigureForms {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    private FigureForms() {}

    static SheetForm targets() {
        return new SheetForm(
                "targets",
                DocumentKind.TARGET,
                new Bilingual("节能目标", "Targets"),
                null,
                List.of(
                        of(FormColumn.ID, "目标编号", "Target id", Texts.id()).needed(),
                        of("scope", "对象类别", "Assigned to a", EnterpriseForms.scope())
                                .needed(),
                        of("subject", "对象编号", "Id of whom", Texts.id()).needed(),
                        of("yearlyChangePercent", "年均变化", "Change a year", Decimals.any())
                                .needed()
                                .in("%", "%")
                                .noted("下降为负数，如 -5", "a decline is negative, e.g. -5"),
                        of("baseYear", "基准年", "Base year", Texts.whole(FIRST_YEAR, LAST_YEAR))
                                .needed(),
                        of("fromYear", "起始年", "From year", Texts.whole(FIRST_YEAR, LAST_YEAR))
                                .needed(),
                        of("toYear", "结束年", "To year", Texts.whole(FIRST_YEAR, LAST_YEAR))
                                .needed(),
                        of(
                                "basis",
                                "电力折标口径",
                                "Basis",
                                Choices.of()
                                        .with("equivalent", "当量值", "equivalent")
                                        .with("equal-value", "等价值", "equal value")),
                        of("source", "依据", "Source", Texts.text()).needed(),
                        of("sourceZh", "依据（中文）", "Source in Chinese", Texts.text())));
    }

    static SheetForm statistics() {
        return new SheetForm(
                "statistics",
                DocumentKind.STATISTIC,
                new Bilingual("月度统计", "Monthly statistics"),
                null,
                List.of(
                        of("enterprise", "企业编号", "Enterprise id", EnterpriseForms.ENTERPRISE)
                                .needed(),
                        of("month", "月份", "Month", Times.month()).needed(),
                        of("ivaCny", "工业增加值", "Value added", Decimals.any()).in("元，可比价", "CNY, comparable prices"),
                        of("outputCny", "工业总产值", "Gross output", Decimals.any()).in("元，现价", "CNY, current prices"),
                        status(),
                        of("source", "来源", "Source", Texts.text()).needed(),
                        use()));
    }

    static SheetForm bills() {
        return new SheetForm(
                "bills",
                DocumentKind.BILL,
                new Bilingual("供能账单", "Bills"),
                null,
                List.of(
                        of("enterprise", "企业编号", "Enterprise id", EnterpriseForms.ENTERPRISE)
                                .needed(),
                        of("month", "月份", "Month", Times.month()).needed(),
                        of("carrier", "能源品种", "Carrier", Carriers.choices()).needed(),
                        of("amount", "账单量", "Billed amount", Decimals.notNegative())
                                .needed()
                                .in("按单位列", "in Unit"),
                        of("unit", "单位", "Unit", DischargeForms.unit()).needed(),
                        of("accounts", "户号", "Customer numbers", Texts.text())
                                .noted("多个用逗号隔开", "with commas between several"),
                        status(),
                        of("source", "来源", "Source", Texts.text()).needed(),
                        use()));
    }

    private static FormColumn status() {
        return of(
                        "status",
                        "数据状态",
                        "Status",
                        Choices.of()
                                .with("provisional", "初步", "provisional")
                                .with("estimated", "估算", "estimated")
                                .with("final", "最终", "final"))
                .needed();
    }

    private static FormColumn use() {
        return of(
                        "allowedUse",
                        "允许用途",
                        "Allowed use",
                        Choices.of()
                                .with("judge", "可用于评判", "shown and held against it")
                                .with("show-own", "只对本企业展示", "shown to it and its officers")
                                .with("aggregate-only", "只用于汇总", "in sums only"))
                .needed();
    }
}
