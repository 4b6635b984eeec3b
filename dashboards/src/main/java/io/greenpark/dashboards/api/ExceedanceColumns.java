package io.greenpark.dashboards.api;

import io.greenpark.alerts.rule.Verdict;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.objection.form.ObjectionMark;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.Step;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of the ledger of exceedances in files, and by which it is sorted. */
final class ExceedanceColumns {
    private ExceedanceColumns() {}

    private static Verdict verdict(LedgerRow row) {
        return row.exceedance().verdict();
    }

    /** @param objection the mark of a row; null for none */
    static List<Column<LedgerRow>> all(Function<LedgerRow, @Nullable ObjectionMark> objection) {
        return List.of(
                Column.text("enterprise", new Bilingual("企业", "Enterprise"), r -> Cell.words(r.enterprise())),
                Column.text(
                        "outlet",
                        new Bilingual("排口", "Outlet"),
                        r -> r.outlet() == null ? null : Cell.words(r.outlet().name())),
                Column.text(
                        "outletCode",
                        new Bilingual("排口编号", "Outlet code"),
                        r -> r.outlet() == null ? null : Cell.code(r.outlet().code())),
                Column.text(
                        "permit",
                        new Bilingual("排污许可证编号", "Permit"),
                        r -> r.outlet() == null ? null : Cell.code(r.outlet().permit())),
                Column.text(
                        "point",
                        new Bilingual("测点", "Point"),
                        r -> Cell.words(r.point().name())),
                Column.text(
                        "averaging",
                        new Bilingual("均值类型", "Averaging"),
                        r -> Cell.words(ExceedanceTexts.of(r.exceedance().step()))),
                Column.text(
                        "from",
                        new Bilingual("开始", "From"),
                        r -> boundary(r, verdict(r).from())),
                Column.text(
                        "to",
                        new Bilingual("结束", "To"),
                        r -> boundary(r, verdict(r).to())),
                Column.number(
                        "mean",
                        new Bilingual("均值", "Mean"),
                        3,
                        r -> Cell.number(verdict(r).figure())),
                Column.number(
                        "limit",
                        new Bilingual("排放限值", "Limit"),
                        3,
                        r -> Cell.number(verdict(r).limit())),
                Column.text(
                        "bound",
                        new Bilingual("限值类型", "Bound"),
                        r -> Cell.words(ExceedanceTexts.bound(r.exceedance().above()))),
                Column.text(
                        "unit",
                        new Bilingual("单位", "Unit"),
                        r -> Cell.unit(verdict(r).unit())),
                Column.number(
                        "multiple",
                        new Bilingual("均值/限值", "Mean / limit"),
                        2,
                        r -> Cell.number(r.exceedance().multiple())),
                Column.share(
                        "completeness",
                        new Bilingual("数据完整率", "Completeness"),
                        r -> Cell.share(verdict(r).coverage().completeness())),
                Column.text(
                        "state",
                        new Bilingual("判断", "Verdict"),
                        r -> Cell.words(ExceedanceTexts.suspected(r.suspected()))),
                Column.text(
                        "source",
                        new Bilingual("限值来源", "Source of the limit"),
                        r -> r.source() == null ? null : Cell.words(r.source())),
                Column.text(
                        "confirmed",
                        new Bilingual("限值确认", "Limit confirmed"),
                        r -> Cell.words(ExceedanceTexts.confirmed(verdict(r).confirmed()))),
                Column.text(
                        "evidence",
                        new Bilingual("数据性质", "Standing of the data"),
                        r -> Cell.words(ExceedanceTexts.evidence(verdict(r).evidence()))),
                Column.text(
                        "case",
                        new Bilingual("预警事件", "Case"),
                        r -> Cell.code(r.exceedance().caseId())),
                Column.text(
                        "objection",
                        new Bilingual("异议", "Objection"),
                        r -> Cell.words(ObjectionTexts.words(objection.apply(r)))),
                Column.text("notice", new Bilingual("说明", "Notice"), r -> Cell.words(ExceedanceTexts.NOTICE)));
    }

    /** A day, or an hour as the clocks of the park show it. */
    private static @Nullable Cell boundary(LedgerRow r, Instant at) {
        return r.exceedance().step() == Step.HOUR
                ? Cell.time(at, r.zone())
                : new Cell.Day(at.atZone(r.zone()).toLocalDate());
    }
}
