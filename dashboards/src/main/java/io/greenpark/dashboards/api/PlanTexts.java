package io.greenpark.dashboards.api;

import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.text.Bilingual;
import io.greenpark.plan.desk.Refusal;
import io.greenpark.plan.light.Light;
import io.greenpark.plan.rule.Finding.Verdict;
import io.greenpark.plan.sheet.SheetState;
import io.greenpark.plan.target.PlanState;
import io.greenpark.plan.target.TargetType;
import io.greenpark.plan.value.Figure.Origin;
import io.greenpark.plan.value.Progress;
import org.jspecify.annotations.Nullable;

/** What is said of plans and yearly sheets. */
final class PlanTexts {
    private PlanTexts() {}

    static Bilingual of(PlanState state) {
        return switch (state) {
            case DRAFT -> new Bilingual("征求意见稿", "draft for comments");
            case ISSUED -> new Bilingual("已印发", "issued");
        };
    }

    static Bilingual of(TargetType type) {
        return switch (type) {
            case CUMULATIVE -> new Bilingual("累计", "cumulative");
            case YEARLY_AVERAGE -> new Bilingual("年均", "yearly average");
            case SHARE -> new Bilingual("占比/水平", "share or level");
            case GROWTH -> new Bilingual("年增长", "growth each year");
            case LIST -> new Bilingual("清单", "list");
            case QUALITATIVE -> new Bilingual("工作任务", "task");
        };
    }

    static Bilingual of(Light light) {
        return switch (light) {
            case GREEN -> new Bilingual("绿", "green");
            case AMBER -> new Bilingual("黄", "amber");
            case RED -> new Bilingual("红", "red");
            case GREY -> new Bilingual("灰", "grey");
        };
    }

    static Bilingual of(Origin origin) {
        return switch (origin) {
            case PUBLISHED -> new Bilingual("统计部门公布", "published by the statistics office");
            case MEASURED -> new Bilingual("监测值", "measured by the platform");
            case TYPED -> new Bilingual("部门填报", "stated by the department");
        };
    }

    static Bilingual of(Progress progress) {
        return switch (progress) {
            case NOT_BEGUN -> new Bilingual("未启动", "not begun");
            case UNDER_WAY -> new Bilingual("推进中", "under way");
            case DONE -> new Bilingual("已完成", "done");
        };
    }

    static Bilingual of(Verdict verdict) {
        return switch (verdict) {
            case LISTED -> new Bilingual("列入", "listed");
            case NOT_LISTED -> new Bilingual("不列入", "not listed");
            case UNKNOWN -> new Bilingual("无法判断", "cannot be judged");
        };
    }

    static Bilingual of(SheetState state) {
        return switch (state) {
            case NOT_BEGUN -> new Bilingual("未录入", "not entered");
            case ENTERED -> new Bilingual("待企业确认", "to be confirmed");
            case CONFIRMED -> new Bilingual("企业已确认", "confirmed");
            case OBJECTED -> new Bilingual("企业有异议", "objected to");
        };
    }

    static Bilingual of(AllowedUse use) {
        return use == AllowedUse.JUDGE
                ? new Bilingual("可用于评判", "may be judged by")
                : new Bilingual("仅供展示", "to be shown only");
    }

    /** Why nothing was done. */
    static Problem problem(Refusal refusal, @Nullable String about) {
        String which = about == null ? "" : about;
        return switch (refusal) {
            case STALE ->
                conflict(
                        which.isEmpty() ? "内容已被他人修改；请刷新页面后重试" : "“" + which + "”已被他人修改；请刷新页面后重试",
                        (which.isEmpty() ? "somebody changed it meanwhile" : "somebody changed " + which + " meanwhile")
                                + "; load it again");
            case CLOSED ->
                conflict(
                        "此规划已封存，其目标和数值不再更改；请复制为新规划后再填报",
                        "the plan is closed, so neither its targets nor its values change; copy it and go on from the copy");
            case TARGET_CLOSED ->
                conflict(
                        "目标 " + which + " 已关闭，不再填报；如须填报，请先重新打开",
                        "target " + which + " is closed, so nothing is stated of it; open it again first");
            case TAKEN -> conflict("已有同编号的规划；请换一个编号", "there is a plan of this id already; take another one");
            case STATE ->
                conflict(
                        "数据表尚未录入或已有异议，现在不能确认；请刷新页面",
                        "the sheet is not entered, or objected to, so it waits for no answer; load it again");
            case NO_TARGET -> wrong("目标 " + which + " 不在规划中", "the plan has no target " + which);
            case NO_PERIOD ->
                wrong("目标 " + which + "：该期间不在规划年份内", "target " + which + ": the period is not one of the plan");
            case NOT_BEGUN -> wrong("目标 " + which + "：该期间尚未开始", "target " + which + ": the period has not begun");
            case NO_AREA ->
                wrong("目标 " + which + " 只按全区填报，不分园区", "target " + which + " is of the whole district, not of parks");
            case NO_VALUE ->
                wrong(
                        "目标 " + which + "：数值目标请填 value，工作任务请填 progress",
                        "target " + which + ": give a value where it is a number, and progress where it is a task");
            case TOO_LOW ->
                wrong(
                        "目标 " + which + "：数值过小；数量、占比不得小于 0，年增幅不得低于 -100%；请核对该行",
                        "target " + which
                                + ": the value is too low; amounts and shares are not below 0, changes not below -100 %;"
                                + " check this row");
            case TOO_HIGH ->
                wrong(
                        "目标 " + which + "：占比须为 0 至 100（%）；请核对该行",
                        "target " + which + ": a share is 0 to 100 (%); check this row");
            case NOT_WHOLE ->
                wrong(
                        "目标 " + which + "：已处理家数须为整数；请核对该行",
                        "target " + which + ": enterprises that are seen to are whole ones; check this row");
            case HAS_VALUES ->
                conflict(
                        "目标 " + which + " 已有数值，不能删去；请先撤回其数值",
                        "target " + which + " has values, so it cannot go; take them back first");
        };
    }

    private static Problem conflict(String zh, String en) {
        return Problem.of(409, new Bilingual("不能进行", "not possible"), new Bilingual(zh, en));
    }

    private static Problem wrong(String zh, String en) {
        return Problem.badRequest(new Bilingual(zh, en));
    }
}
