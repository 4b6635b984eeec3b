package io.greenpark.dashboards.api;

import io.greenpark.acceptance.comparison.Check;
import io.greenpark.acceptance.comparison.Check.Result;
import io.greenpark.acceptance.comparison.Missing;
import io.greenpark.acceptance.comparison.RegisteredSince.What;
import io.greenpark.acceptance.desk.AcceptanceDesk.Done;
import io.greenpark.acceptance.sheet.Refusal;
import io.greenpark.park.text.Bilingual;
import java.util.Map;
import java.util.stream.Collectors;

/** What is said of acceptance sheets. */
final class AcceptanceTexts {
    private AcceptanceTexts() {}

    static Bilingual of(AcceptanceRow.State state) {
        return switch (state) {
            case NOT_BEGUN -> new Bilingual("待验收", "awaiting acceptance");
            case DRAFT -> new Bilingual("填写中", "being filled in");
            case SIGNED -> new Bilingual("待确认", "to be signed second");
            case RETURNED -> new Bilingual("已退回", "given back");
            case ACCEPTED -> new Bilingual("已验收", "accepted");
        };
    }

    static Bilingual of(Missing why) {
        return switch (why) {
            case NO_READING_BEFORE -> new Bilingual("此时刻之前没有读数", "no reading of the time before");
            case NO_READING_SINCE -> new Bilingual("此时刻之后尚无读数，请稍后再看", "no reading has come since; look again later");
            case GAP -> new Bilingual("此时刻前后的读数间隔过大", "the readings around lie too far apart");
            case REGISTER_FELL -> new Bilingual("其间示数下降或已换表", "the register fell, or was replaced, meanwhile");
            case FACTS_CHANGED -> new Bilingual("其间单位、类型或倍率有变", "unit, kind or ratio changed meanwhile");
            case NO_FACTS -> new Bilingual("登记册中没有此时刻的点位参数", "the registry says nothing of the time");
            case BY_PERIOD -> new Bilingual("时段量，只比对两次之间的合计", "amounts of periods: only what adds up is compared");
        };
    }

    /** What a check found, with its figures. */
    static Bilingual of(Check check) {
        Map<String, String> d = check.details();
        boolean passed = check.passed();
        return switch (check.kind()) {
            case SERIAL ->
                passed
                        ? new Bilingual("已填出厂编号", "serial number given")
                        : new Bilingual("缺出厂编号", "the serial number is missing");
            case PHOTO ->
                passed ? new Bilingual("已附照片", "photo attached") : new Bilingual("缺现场照片", "a photo is missing");
            case COMPARED ->
                passed
                        ? new Bilingual("应比对的点位齐全", "all points are compared that have to be")
                        : new Bilingual(
                                "应比对而未比对的点位：" + d.getOrDefault("points", "全部"),
                                "points that have to be compared and are not: " + d.getOrDefault("points", "all"));
            case NAMEPLATE -> nameplate(check);
            case FACTS -> facts(check);
            case READINGS -> readings(check);
            case APART ->
                new Bilingual(
                        "两次读数相隔 " + d.get("minutes") + " 分钟，至少 " + d.get("required") + " 分钟",
                        "the readings lie " + d.get("minutes") + " min apart, of at least " + d.get("required"));
            case FIRST, SECOND -> agrees(check);
            case ENOUGH ->
                new Bilingual(
                        "两次之间用量 " + amount(d, "amount") + "，至少 " + amount(d, "required") + (passed ? "" : "；请延长间隔"),
                        "between them " + amount(d, "amount") + " went through, of at least " + amount(d, "required")
                                + (passed ? "" : "; wait longer"));
            case AMOUNT ->
                new Bilingual(
                        "两次之间：表显 " + amount(d, "display") + "，平台 " + amount(d, "platform") + "，相差 " + d.get("percent")
                                + " %，允许 ±" + d.get("allowed") + " %",
                        "between them: display " + amount(d, "display") + ", platform " + amount(d, "platform")
                                + ", differing by " + d.get("percent") + " %, allowed ±" + d.get("allowed") + " %");
        };
    }

    private static String amount(Map<String, String> details, String name) {
        return details.get(name) + " " + details.getOrDefault("unit", "");
    }

    private static Bilingual nameplate(Check check) {
        Map<String, String> d = check.details();
        String registered = d.get("registered");
        if (check.result() == Result.MISSING) {
            return new Bilingual(
                    "未填铭牌倍率（登记倍率 " + registered + "）；无互感器的请勾选直接接入",
                    "the nameplates are not read (registered ratio " + registered
                            + "); where there are no transformers, say so");
        }
        String plates = d.get("nameplate");
        return check.passed()
                ? new Bilingual(
                        "铭牌倍率 " + plates + " 与登记一致", "the nameplates' ratio " + plates + " is the registered one")
                : new Bilingual(
                        "铭牌倍率 " + plates + "，登记倍率 " + registered + "：不一致，请更正登记册或互感器",
                        "the nameplates say " + plates + ", the registry " + registered
                                + ": correct the registry or the transformers");
    }

    private static Bilingual facts(Check check) {
        Map<String, String> d = check.details();
        Bilingual what =
                switch (What.valueOf(d.getOrDefault("what", What.RATIO.name()))) {
                    case RATIO -> new Bilingual("倍率", "ratio");
                    case UNIT -> new Bilingual("单位", "unit");
                    case KIND -> new Bilingual("数据类型", "kind");
                    case KEY -> new Bilingual("数据键", "key");
                };
        return new Bilingual(
                "比对时登记的" + what.zh() + "为 " + d.get("compared") + "，其他计入时段为 " + d.get("registered") + "：请重新读数比对，或更正登记册",
                "the registered " + what.en() + " was " + d.get("compared") + " when it was compared and is "
                        + d.get("registered") + " at other times that are to count: read and compare again, or correct"
                        + " the registry");
    }

    private static Bilingual readings(Check check) {
        Map<String, String> d = check.details();
        if (check.passed()) {
            return new Bilingual("两次读数齐全", "both readings are there");
        }
        if (d.containsKey("missing")) {
            Bilingual why = of(Missing.valueOf(d.get("missing")));
            return new Bilingual("平台无可比读数：" + why.zh(), "the platform has nothing to compare: " + why.en());
        }
        boolean first = "first".equals(d.get("lacks"));
        return first
                ? new Bilingual("缺第一次表显读数", "the first reading of the display is missing")
                : new Bilingual("缺第二次表显读数", "the second reading of the display is missing");
    }

    private static Bilingual agrees(Check check) {
        Map<String, String> d = check.details();
        boolean first = check.kind() == Check.Kind.FIRST;
        String zh = (first ? "第一次" : "第二次") + "：表显 " + amount(d, "display") + "，平台 " + amount(d, "platform");
        String en = (first ? "first" : "second") + ": display " + amount(d, "display") + ", platform "
                + amount(d, "platform");
        return check.passed()
                ? new Bilingual(zh + "，相符", en + ": they agree")
                : new Bilingual(zh + "，不相符", en + ", which does not agree");
    }

    /** Why a step was not done. */
    static Problem problem(Refusal refusal, Done done) {
        return switch (refusal) {
            case STALE ->
                Problem.of(
                        409,
                        new Bilingual("已被修改", "changed meanwhile"),
                        new Bilingual("验收单已被他人修改；请刷新页面后重试", "somebody changed the sheet meanwhile; load it again"));
            case STATE ->
                Problem.of(
                        409,
                        new Bilingual("状态不符", "not in that state"),
                        new Bilingual(
                                "验收单" + state(done).zh() + "，不能进行此操作；请刷新页面",
                                "the sheet is " + state(done).en() + ", so this cannot be done; load it again"));
            case NOT_WAITING ->
                Problem.of(
                        409,
                        new Bilingual("无需验收", "waits for no acceptance"),
                        new Bilingual(
                                "设备 \"" + done.now().deviceId() + "\" 已验收或无需验收；换表后会重新待验收",
                                "device \"" + done.now().deviceId()
                                        + "\" is accepted, or needs no acceptance; it waits again once its meter is replaced"));
            case EMPTY ->
                unfinished(new Bilingual("尚无任何表显读数；请先填写并保存", "no display was read yet; fill in and save first"));
            case SAME_PERSON ->
                unfinished(new Bilingual(
                        "安装人签字的账号不能再作第二签字；请由另一账号确认",
                        "whoever signed for the installation cannot sign second; another account is to"));
            case NOT_SIGNER ->
                Problem.forbidden(new Bilingual(
                        "只有签字的账号可以撤回签字；其他人可退回验收单",
                        "only the account that signed takes the signature back; others give the sheet back"));
            case CHECKS -> unfinished(checks(done));
            case COUNTS_FROM ->
                unfinished(new Bilingual(
                        "数据生效时间不能早于待验收起始时间，也不能晚于现在；没有读数时须填写",
                        "data count from a time that is neither before the device began to wait nor to come; without"
                                + " readings it has to be given"));
            case OTHER_METER ->
                unfinished(
                        new Bilingual(
                                "读数与数据生效时间之间换过表，验收单比对的不是同一块表；请退回验收单，读取生效之表的读数，或改填生效时间",
                                "a meter was replaced between the readings and the time from which data are to count, so another meter was"
                                        + " read; give the sheet back and read the meter that is to count, or give another time"));
            case REGISTERED_MEANWHILE ->
                Problem.of(
                        409,
                        new Bilingual("登记已变更", "registered otherwise meanwhile"),
                        new Bilingual(
                                "设备或其点位的登记刚刚被修改，比对结果已不是所见；请刷新页面，核对后再签字",
                                "somebody changed what is registered of the device or its points, so it compares otherwise; load"
                                        + " the page, look again, then sign"));
            case REGISTRY -> unfinished(registry(done));
        };
    }

    private static Bilingual state(Done done) {
        return of(AcceptanceRow.State.valueOf(done.now().state().name()));
    }

    private static Bilingual checks(Done done) {
        return new Bilingual(
                "以下检查未通过且尚未逐项确认（或自打开页面后有变）；请查看后对每项写明仍签字的理由："
                        + done.unconfirmed().stream().map(c -> of(c).zh()).collect(Collectors.joining("；")),
                "these checks fail and are not confirmed, or came out otherwise since the page was loaded; look at them, and say of each why"
                        + " it is signed all the same: "
                        + done.unconfirmed().stream().map(c -> of(c).en()).collect(Collectors.joining("; ")));
    }

    private static Bilingual registry(Done done) {
        String faults = done.result() == null
                ? ""
                : done.result().fates().stream()
                        .flatMap(fate -> fate.faults().stream())
                        .map(fault -> fault.message())
                        .collect(Collectors.joining("; "));
        return new Bilingual("登记册不接受：" + faults, "the registry does not take it: " + faults);
    }

    private static Problem unfinished(Bilingual detail) {
        return Problem.of(422, new Bilingual("尚不能进行", "not possible yet"), detail);
    }
}
