package io.greenpark.dashboards.api;

import io.greenpark.park.registry.RegistryEdits.DocumentFault;
import io.greenpark.park.text.Bilingual;
import io.greenpark.returns.desk.ReturnDesk.Done;
import io.greenpark.returns.form.MonthlyReturn;
import io.greenpark.returns.form.Refusal;
import io.greenpark.returns.form.ReturnState;
import io.greenpark.returns.question.QuestionTexts;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said of returns. */
final class ReturnTexts {
    private ReturnTexts() {}

    static Bilingual of(ReturnState state) {
        return switch (state) {
            case NOT_BEGUN -> new Bilingual("未填报", "not begun");
            case DRAFT -> new Bilingual("填报中", "draft");
            case SUBMITTED -> new Bilingual("待审核", "to be looked at");
            case RETURNED -> new Bilingual("已退回", "given back");
            case ACCEPTED -> new Bilingual("已采纳", "accepted");
        };
    }

    /**
     * Why a step was not done.
     *
     * @param closed what is said of its period as it is closed; null while it is open
     */
    static Problem problem(Refusal refusal, Done done, @Nullable Bilingual closed) {
        MonthlyReturn now = done.now();
        return switch (refusal) {
            case STALE ->
                Problem.of(
                        409,
                        new Bilingual("已被修改", "changed meanwhile"),
                        new Bilingual("填报已被他人修改；请刷新页面后重试", "somebody changed the return meanwhile; load it again"));
            case STATE ->
                Problem.of(
                        409,
                        new Bilingual("状态不符", "not in that state"),
                        new Bilingual(
                                "填报的状态为“" + of(now.state()).zh() + "”，不能进行此操作；请刷新页面",
                                "the return is " + of(now.state()).en() + ", so this cannot be done; load it again"));
            case CLOSED ->
                Problem.of(
                        409,
                        new Bilingual("已关账", "closed"),
                        closed == null
                                ? new Bilingual("该月刚刚反关账；请刷新页面", "it was opened again just now; load it again")
                                : closed);
            case NOT_OVER ->
                unfinished(new Bilingual(
                        QuestionTexts.name(now.period()).zh() + "尚未结束；可先保存，结束后再提交",
                        QuestionTexts.name(now.period()).en() + " is not over; keep the draft and submit it then"));
            case EMPTY -> unfinished(new Bilingual("没有填写任何数据", "the return says nothing yet"));
            case UNCONFIRMED -> unfinished(unconfirmed(now));
            case UNANSWERED -> {
                int open = now.unanswered(done.questions()).size();
                yield unfinished(new Bilingual(
                        "还有 " + open + " 个问题没有说明；请更正数据或逐一说明",
                        open + " questions are not answered; correct the figures or say a word to each"));
            }
            case REGISTRY -> unfinished(registry(done));
        };
    }

    private static Problem unfinished(Bilingual detail) {
        return Problem.of(422, new Bilingual("尚不能进行", "not possible yet"), detail);
    }

    private static Bilingual unconfirmed(MonthlyReturn now) {
        return new Bilingual(
                "预填的数据尚未确认："
                        + now.unconfirmed().stream()
                                .map(key -> QuestionTexts.name(key).zh())
                                .collect(Collectors.joining("、")),
                "filled in beforehand and not confirmed: "
                        + now.unconfirmed().stream()
                                .map(key -> QuestionTexts.name(key).en())
                                .collect(Collectors.joining(", ")));
    }

    private static Bilingual registry(Done done) {
        List<Bilingual> faults = done.result() == null
                ? List.of()
                : done.result().fates().stream()
                        .flatMap(fate -> fate.faults().stream())
                        .map(DocumentFault::words)
                        .toList();
        return new Bilingual(
                "登记册不接受此统计数据：" + faults.stream().map(Bilingual::zh).collect(Collectors.joining("；")),
                "the registry does not take the statistic: "
                        + faults.stream().map(Bilingual::en).collect(Collectors.joining("; ")));
    }
}
