package io.greenpark.dashboards.api;

import io.greenpark.accounting.intensity.AwaitedCorrection;
import io.greenpark.objection.desk.Involvement;
import io.greenpark.objection.desk.ObjectionDesk.Done;
import io.greenpark.objection.form.Objection;
import io.greenpark.objection.form.ObjectionMark;
import io.greenpark.objection.form.ObjectionState;
import io.greenpark.objection.form.Refusal;
import io.greenpark.objection.form.ThingKind;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said of objections. */
final class ObjectionTexts {
    private ObjectionTexts() {}

    static Bilingual of(ObjectionState state) {
        return io.greenpark.objection.desk.ObjectionTexts.state(state);
    }

    static Bilingual of(ThingKind kind) {
        return switch (kind) {
            case MEAN -> new Bilingual("均值", "Mean");
            case ENERGY -> new Bilingual("月能耗", "Energy of a month");
            case INTENSITY -> new Bilingual("能耗强度", "Intensity");
            case LIMIT -> new Bilingual("限值", "Limit");
            case TARGET -> new Bilingual("目标", "Target");
            case CLASS -> new Bilingual("评价等级", "Performance class");
            case CASE -> new Bilingual("预警事件", "Case");
        };
    }

    static Bilingual of(AwaitedCorrection.Kind kind) {
        return switch (kind) {
            case BILL -> new Bilingual("账单", "A bill");
            case STATISTIC -> new Bilingual("统计数据", "A statistic");
            case READING -> new Bilingual("更正的读数", "Corrected readings");
            case OPEN -> new Bilingual("待定", "Not known yet");
        };
    }

    static Bilingual of(Involvement.Part part) {
        return switch (part) {
            case FILED -> new Bilingual("提出该异议", "filed the objection");
            case CHANGED -> new Bilingual("变更过该登记内容", "changed the record");
            case REVIEWED -> new Bilingual("复核过该变更", "reviewed the change");
            case OWNS_CASE -> new Bilingual("承办过该预警", "sees or saw to the case");
            case ACTED_ON_CASE -> new Bilingual("处理过该预警", "acted on the case");
            case ACCEPTED_RETURN -> new Bilingual("采纳过该月填报", "accepted the return of the month");
            case DECIDED_MARK -> new Bilingual("审核过该时段的数据标记", "decided a mark of these data");
        };
    }

    /** A mark as answers have it; null for none. */
    static @Nullable JsonObject mark(@Nullable ObjectionMark mark) {
        return mark == null
                ? null
                : new JsonObject()
                        .put("number", mark.number())
                        .put("state", mark.state().name())
                        .put("text", Json.name(of(mark.state())));
    }

    /** A mark as files have it; null for none. */
    static @Nullable Bilingual words(@Nullable ObjectionMark mark) {
        return mark == null
                ? null
                : new Bilingual(
                        of(mark.state()).zh() + " " + mark.number(),
                        of(mark.state()).en() + " " + mark.number());
    }

    /** What an objection does by how it stands. */
    static Bilingual effect(Objection one) {
        if (!one.state().isRight()) {
            return one.isOpen() ? new Bilingual("尚无", "none yet") : new Bilingual("无", "none");
        }
        return switch (one.thing().kind()) {
            case MEAN ->
                new Bilingual(
                        "该时段不作超标判定，不计入日、月数值",
                        "the time is held against no limit and counts in no figure of days and months");
            case ENERGY, INTENSITY ->
                new Bilingual("该月在更正前不作目标考核判定", "the month is judged against no target until it is corrected");
            case CASE -> new Bilingual("该时段的判定已撤回", "what was judged of that time is taken back");
            case LIMIT, TARGET, CLASS -> new Bilingual("由登记信息的修改更正", "put right by an edit of the registry");
        };
    }

    static Problem unknown(String number) {
        return Problem.notFound(new Bilingual(
                "没有异议 \"" + number + "\"；现有的见 /api/v1/objections",
                "there is no objection \"" + number + "\"; /api/v1/objections lists them"));
    }

    static Problem problem(Refusal refusal, Done done, String number) {
        Objection now = done.now();
        return switch (refusal) {
            case UNKNOWN -> unknown(number);
            case STALE ->
                conflict(
                        new Bilingual("已被修改", "changed meanwhile"),
                        new Bilingual("异议已有变化；请刷新页面后重试", "the objection changed meanwhile; load it again"));
            case ENDED ->
                conflict(
                        new Bilingual("已办结", "over already"),
                        new Bilingual(
                                "该异议已办结：" + (now == null ? "" : of(now.state()).zh()) + "；请刷新页面",
                                "the objection is over: "
                                        + (now == null ? "" : of(now.state()).en()) + "; load it again"));
            case ALREADY_OPEN ->
                conflict(
                        new Bilingual("已有异议", "objected to already"),
                        new Bilingual(
                                "对该事项的异议 " + number(now) + " 尚未决定；可在其中补充材料",
                                "objection " + number(now) + " to this is not decided yet; add documents to that one"));
            case INVOLVED -> Problem.forbidden(involved(done));
            case PART_MISSING ->
                unfinished(
                        new Bilingual("部分成立时须填写成立的时段（from、to）", "of which time it is right (from, to) has to be said"));
            case PART_OUTSIDE ->
                unfinished(new Bilingual(
                        "成立的时段仅用于“部分成立”，且须在异议所涉时段之内",
                        "a time is for what is right in part, and lies within what is objected to"));
            case CORRECTION_MISSING ->
                unfinished(
                        new Bilingual(
                                "对月能耗或能耗强度的异议成立时，须说明由什么更正（correction：账单、统计数据、更正的读数，或待定）",
                                "an objection to a month is upheld by saying what corrects it (correction: bill, statistic, reading or open)"));
            case CORRECTION_NEEDLESS ->
                unfinished(new Bilingual(
                        "correction 仅用于对月能耗或能耗强度的异议成立时；请去掉",
                        "correction is for upheld objections to energy or intensity of a month; leave it out"));
            case NOT_AWAITED ->
                conflict(
                        new Bilingual("无待更正", "nothing is awaited"),
                        new Bilingual(
                                "该异议所涉月份没有待更正的内容，或已确认更正；请刷新页面",
                                "no correction is awaited by this objection, or it came already; load it again"));
        };
    }

    private static String number(@Nullable Objection one) {
        return one == null ? "" : one.number();
    }

    private static Bilingual involved(Done done) {
        return new Bilingual(
                "您参与过该事项（"
                        + done.involved().stream()
                                .map(i -> of(i.part()).zh())
                                .distinct()
                                .collect(Collectors.joining("、"))
                        + "），不能对其异议作出决定；请由未参与的人员办理",
                "you had a part in it ("
                        + done.involved().stream()
                                .map(i -> of(i.part()).en())
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + ") and cannot decide; somebody who had none is to");
    }

    private static Problem conflict(Bilingual title, Bilingual detail) {
        return Problem.of(409, title, detail);
    }

    private static Problem unfinished(Bilingual detail) {
        return Problem.of(422, new Bilingual("尚不能进行", "not possible yet"), detail);
    }
}
