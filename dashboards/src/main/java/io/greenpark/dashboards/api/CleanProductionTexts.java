package io.greenpark.dashboards.api;

import io.greenpark.cleanproduction.candidate.Evidence;
import io.greenpark.cleanproduction.desk.OrderDesk;
import io.greenpark.cleanproduction.list.ListRefusal;
import io.greenpark.cleanproduction.order.Order;
import io.greenpark.cleanproduction.round.AuditReason;
import io.greenpark.cleanproduction.round.EntryRefusal;
import io.greenpark.park.cleanproduction.AuditStep;
import io.greenpark.park.text.Bilingual;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said of clean production. */
final class CleanProductionTexts {
    private static final Bilingual STALE_TITLE = new Bilingual("已被修改", "changed meanwhile");
    private static final Bilingual STALE =
            new Bilingual("已有他人登记了新的内容；请刷新页面后重试", "somebody entered something meanwhile; load it again");

    private CleanProductionTexts() {}

    static Bilingual of(CleanProductionRow.State state) {
        return switch (state) {
            case UNLISTED -> new Bilingual("未列入审核名单", "on no register");
            case RUNNING -> new Bilingual("审核中", "audit runs");
            case COVERED -> new Bilingual("已覆盖", "covered");
            case DUE_AGAIN -> new Bilingual("须重新审核", "due again");
        };
    }

    static Bilingual of(Collection<AuditReason> reasons) {
        return new Bilingual(
                reasons.stream().sorted().map(r -> r.named().zh()).collect(Collectors.joining("、")),
                reasons.stream().sorted().map(r -> r.named().en()).collect(Collectors.joining(", ")));
    }

    static Bilingual of(Order.State state) {
        return switch (state) {
            case IN_FORCE -> new Bilingual("执行中", "in force");
            case LIFTED -> new Bilingual("已解除", "lifted");
            case UNDONE -> new Bilingual("已撤销登记", "taken back");
        };
    }

    /** What the books say, in a sentence. */
    static Bilingual of(Evidence evidence) {
        String figure = Json.decimal(evidence.figure());
        String bound = Json.decimal(evidence.bound());
        String last = evidence.to().minusDays(1).toString();
        String span = evidence.from() + " ～ " + last;
        String from = evidence.from() + " to " + last;
        String measured =
                evidence.completeness() == null ? "" : String.valueOf((int) Math.floor(evidence.completeness() * 100));
        return switch (evidence.kind()) {
            case EXCEEDANCES ->
                new Bilingual(
                        span + " 超标预警 " + figure + " 起（达到 " + bound + " 起即列为候选）",
                        from + ": " + figure + " cases of exceeded limits (a candidate from " + bound + " on)");
            case LOAD ->
                new Bilingual(
                        span + " " + evidence.quantity() + " 排放量至少 " + figure + " t，许可量 " + bound + " t/年（小时数据覆盖 "
                                + measured + "%）",
                        from + ": at least " + figure + " t of " + evidence.quantity() + ", permitted " + bound
                                + " t a year (" + measured + " % of the hours measured)");
            case ENERGY ->
                new Bilingual(
                        span + " 综合能耗至少 " + figure + " tce，核定 " + bound + " tce/年（计量覆盖 " + measured + "%）",
                        from + ": at least " + figure + " tce of energy, approved " + bound + " tce a year (" + measured
                                + " % of the time metered)");
        };
    }

    /** Why something was not entered. */
    static Problem problem(EntryRefusal refusal) {
        Bilingual step = named(refusal.step());
        LocalDate day = refusal.day();
        return switch (refusal.kind()) {
            case STALE -> Problem.of(409, STALE_TITLE, STALE);
            case IN_THE_FUTURE ->
                refused("日期晚于今天（" + day + "）；只能登记已完成的步骤", "the day lies after today, " + day + "; enter what is done");
            case NO_PAPER ->
                refused(
                        "“" + step.zh() + "”由主管部门办理，须填写文号和发文单位",
                        "\"" + step.en() + "\" is the authority's step and needs a document's number and authority");
            case ROUND_RUNS ->
                refused(
                        "该企业已于 " + day + " 列入名单，审核尚未验收；名单有误时请先撤销该登记",
                        "the enterprise was listed on " + day
                                + " and its audit is not accepted; if that is wrong, take it back first");
            case NOT_LISTED ->
                refused("该企业没有正在进行的审核；请先登记“列入名单”", "no audit of the enterprise runs; enter its listing first");
            case NOT_OF_REGISTER ->
                refused("自愿性审核没有“" + step.zh() + "”一步", "a voluntary audit has no step \"" + step.en() + "\"");
            case TAKEN ->
                refused(
                        "“" + step.zh() + "”已登记为 " + day + "；有误时请先撤销",
                        "\"" + step.en() + "\" is entered already, for " + day
                                + "; if that is wrong, take it back first");
            case FIRST -> refused("须先登记“" + step.zh() + "”", "enter \"" + step.en() + "\" first");
            case BEFORE ->
                refused(
                        "日期早于“" + step.zh() + "”的日期 " + day + "；请核对",
                        "the day lies before that of \"" + step.en() + "\", " + day + "; check it");
            case NO_ENTRY -> refused("没有这条登记", "there is no such entry");
            case UNDONE -> refused("这条登记此前已撤销", "the entry was taken back before");
            case LATER_FIRST ->
                refused(
                        "后面的步骤“" + step.zh() + "”以它为前提；请先撤销后者",
                        "the later step \"" + step.en() + "\" rests on it; take that back first");
        };
    }

    private static Bilingual named(@Nullable AuditStep step) {
        return step == null ? Bilingual.same("") : step.named();
    }

    private static Problem refused(String zh, String en) {
        return Problem.of(422, new Bilingual("未登记", "not entered"), new Bilingual(zh, en));
    }

    static Problem problem(OrderDesk.Refusal refusal, LocalDate today) {
        return switch (refusal) {
            case STALE -> Problem.of(409, STALE_TITLE, STALE);
            case IN_THE_FUTURE -> refused("日期晚于今天（" + today + "）", "the day lies after today, " + today);
            case FINE ->
                refused("罚款须填写金额和依据条款，其他种类不填", "a fine has its amount and its basis in law, and nothing else has them");
            case NOT_IN_FORCE ->
                refused("所指的命令不存在、已解除或已撤销", "what it refers to is no order in force, or was taken back");
            case BEFORE -> refused("期限或解除日期早于命令的日期", "it would be due, or lifted, before it was made");
        };
    }

    static Problem problem(ListRefusal refusal, LocalDate today) {
        String ids = String.join(", ", refusal.enterprises());
        return switch (refusal.kind()) {
            case STALE ->
                Problem.of(
                        409,
                        STALE_TITLE,
                        new Bilingual(
                                "名单已有新的版本，或该版本已办结；请刷新后重试",
                                "there is another edition by now, or this one was decided; load it again"));
            case OPEN -> refused("有一个版本正待复核；请先复核", "an edition waits for its second signature; decide that one first");
            case EMPTY -> refused("名单为空", "nobody is on the list");
            case UNKNOWN -> refused("登记册中没有这些企业：" + ids, "these are not in the registry: " + ids);
            case NO_REASON -> refused("以下企业移出名单，须逐一说明原因：" + ids, "say why each of these leaves the list: " + ids);
            case NOT_LEAVING -> refused("以下企业并未移出名单：" + ids, "these do not leave the list: " + ids);
            case TOO_EARLY -> refused("生效日早于所修改版本的生效日", "it would be valid before the edition that it changes");
            case IN_THE_FUTURE -> refused("批准日期晚于今天（" + today + "）", "the day of approval lies after today, " + today);
            case SAME_PERSON ->
                Problem.forbidden(new Bilingual(
                        "经办人不能复核自己提交的名单；请由另一账号复核", "whoever proposed a list cannot decide it; somebody else has to"));
            case NO_LIST -> Problem.notFound(new Bilingual("没有这个版本的名单", "there is no such edition"));
        };
    }
}
