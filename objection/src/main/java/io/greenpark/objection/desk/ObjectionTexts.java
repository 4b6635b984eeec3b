package io.greenpark.objection.desk;

import io.greenpark.objection.form.Ending;
import io.greenpark.objection.form.Objection;
import io.greenpark.objection.form.ObjectionState;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/** What letters about objections say. Nobody inside the office is named to an enterprise. */
public final class ObjectionTexts {
    private ObjectionTexts() {}

    /** A letter's words. */
    record Text(Bilingual title, Bilingual body) {}

    /** The last day of its term. */
    static Bilingual lastDay(Objection one, Registry registry) {
        LocalDate day = Subject.enterprise(one.enterpriseId())
                .time(registry)
                .dayOf(one.dueAt().minusMillis(1));
        return new Bilingual(
                day.getYear() + " 年 " + day.getMonthValue() + " 月 " + day.getDayOfMonth() + " 日",
                day.getDayOfMonth() + " " + day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " "
                        + day.getYear());
    }

    /** What a state is called. */
    public static Bilingual state(ObjectionState state) {
        return switch (state) {
            case OPEN -> new Bilingual("异议中", "Objected");
            case UPHELD -> new Bilingual("异议成立", "Objection upheld");
            case PARTLY -> new Bilingual("异议部分成立", "Objection upheld in part");
            case REJECTED -> new Bilingual("异议不成立", "Objection rejected");
            case WITHDRAWN -> new Bilingual("异议已撤回", "Objection withdrawn");
        };
    }

    static Text received(Objection one, Bilingual day) {
        return new Text(
                new Bilingual("异议已受理：" + one.number(), "Objection received: " + one.number()),
                new Bilingual(
                        "贵单位对“" + one.name().zh() + "”提出的异议 " + one.number() + " 已受理，将由未参与该事项的人员在 " + day.zh()
                                + "前作出决定。期间该事项显示为“异议中”；可随时补充材料或撤回。",
                        "Your objection " + one.number() + " to \"" + one.name().en()
                                + "\" has been received. Somebody who had no part in the matter decides it by "
                                + day.en()
                                + ". Until then it is shown as objected; you may add documents or withdraw at any time."));
    }

    static Text filed(Objection one, Bilingual enterprise, Bilingual day) {
        return new Text(
                new Bilingual(
                        "企业提出异议：" + enterprise.zh() + " " + one.number(),
                        "Objection filed: " + enterprise.en() + " " + one.number()),
                new Bilingual(
                        enterprise.zh() + "对“" + one.name().zh() + "”提出异议 " + one.number() + "，请由未参与该事项的人员在 " + day.zh()
                                + "前作出决定。理由：\n" + one.reason(),
                        enterprise.en() + " objects to \"" + one.name().en() + "\" (" + one.number()
                                + "). Somebody who had no part in it is to decide by " + day.en() + ". Reason:\n"
                                + one.reason()));
    }

    static Text due(Objection one, Bilingual enterprise, Bilingual day) {
        return new Text(
                new Bilingual("异议即将到期：" + one.number(), "Objection due: " + one.number()),
                new Bilingual(
                        enterprise.zh() + "对“" + one.name().zh() + "”的异议 " + one.number() + " 尚未决定，期限为 " + day.zh()
                                + "。",
                        "The objection " + one.number() + " of " + enterprise.en() + " to \""
                                + one.name().en() + "\" is not decided; its term ends on " + day.en() + "."));
    }

    static Text overdue(Objection one, Bilingual enterprise, Bilingual day) {
        return new Text(
                new Bilingual("异议逾期未决：" + one.number(), "Objection overdue: " + one.number()),
                new Bilingual(
                        enterprise.zh() + "对“" + one.name().zh() + "”的异议 " + one.number() + " 期限为 " + day.zh()
                                + "，逾期仍未决定，请尽快办理。",
                        "The objection " + one.number() + " of " + enterprise.en() + " to \""
                                + one.name().en() + "\" was to be decided by " + day.en()
                                + " and is not; please decide it."));
    }

    static Text withdrawn(Objection one, Bilingual enterprise) {
        return new Text(
                new Bilingual("异议已撤回：" + one.number(), "Objection withdrawn: " + one.number()),
                new Bilingual(
                        enterprise.zh() + "已撤回对“" + one.name().zh() + "”的异议 " + one.number() + "，无须再作决定。",
                        enterprise.en() + " has withdrawn its objection " + one.number() + " to \""
                                + one.name().en() + "\"; nothing is left to decide."));
    }

    static Text decided(Objection one) {
        Bilingual state = state(one.state());
        Ending ending = one.ending();
        String words = ending == null || ending.words() == null ? "" : ending.words();
        String basis = ending == null || ending.basis() == null ? "" : ending.basis();
        return new Text(
                new Bilingual(state.zh() + "：" + one.number(), state.en() + ": " + one.number()),
                new Bilingual(
                        "贵单位对“" + one.name().zh() + "”的异议 " + one.number() + " 已作出决定：" + state.zh() + "。\n说明：" + words
                                + "\n依据：" + basis + "\n" + what(one).zh(),
                        "Your objection " + one.number() + " to \"" + one.name().en() + "\" is decided: " + state.en()
                                + ".\nReasons: " + words + "\nBasis: " + basis + "\n"
                                + what(one).en()));
    }

    private static Bilingual what(Objection one) {
        if (!one.state().isRight()) {
            return new Bilingual("原数据和判断不变。", "What was shown and judged stays as it is.");
        }
        return one.thing().kind().isRegistered()
                ? new Bilingual("登记内容将按规定由两人更正，更正后重新判断。", "The record is put right by two people, and judged anew.")
                : new Bilingual(
                        "相关时段不再作判断，所涉预警予以撤销或更正；测得的数据保留。",
                        "Nothing is judged of the time any more, alerts about it are withdrawn or amended; what was measured stays.");
    }
}
