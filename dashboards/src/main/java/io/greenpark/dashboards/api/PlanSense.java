package io.greenpark.dashboards.api;

import io.greenpark.park.text.Bilingual;
import io.greenpark.plan.desk.Sense.Kind;
import io.greenpark.plan.desk.Sense.Question;
import io.greenpark.plan.target.PlanPeriod;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Asks about values that are more often a slip than right, all at once; a note beside each answers. */
final class PlanSense {
    private PlanSense() {}

    /** @throws Problem with all questions, where there are any */
    static void require(List<Question> questions, Parks parks) {
        if (questions.isEmpty()) {
            return;
        }
        List<Bilingual> all = questions.stream().map(one -> words(one, parks)).toList();
        throw Problem.of(
                409,
                new Bilingual("请核对", "please check"),
                new Bilingual(
                        all.stream().map(Bilingual::zh).collect(Collectors.joining("；"))
                                + "。数值有误的请改正；无误的，请在该行的说明中写明原因，再保存",
                        all.stream().map(Bilingual::en).collect(Collectors.joining("; "))
                                + ". Mend what is wrong; where it is right, say why in the note of its row, and save again"));
    }

    private static Bilingual words(Question question, Parks parks) {
        String value = question.value().toPlainString();
        String than = question.than().toPlainString();
        String park = question.area().park();
        Bilingual where =
                park == null ? new Bilingual("", "") : parks.park(park).name();
        String zh = "目标 " + question.target() + (park == null ? "" : "（" + where.zh() + "）");
        String en = "target " + question.target() + (park == null ? "" : " (" + where.en() + ")");
        if (question.kind() == Kind.MORE_THAN_LISTED) {
            return new Bilingual(
                    zh + "已处理 " + value + " 家，多于列入的 " + than + " 家",
                    en + " has " + value + " seen to, more than the " + than + " listed");
        }
        PlanPeriod before = Objects.requireNonNull(question.before()).period();
        return new Bilingual(
                zh + "本期 " + value + "，" + before.words().zh() + "为 " + than + "，相差 10 倍以上",
                en + " is " + value + ", and was " + than + " in "
                        + before.words().en() + ": ten times or a tenth");
    }
}
