package io.greenpark.alerts.text;

import io.greenpark.alerts.cases.CaseMessage;
import io.greenpark.park.cleanproduction.AuditStep;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;

/** Words of the case of a step of a clean-production audit that is overdue. */
final class OverdueTexts {
    private OverdueTexts() {}

    static CaseMessage message(CaseContext context) {
        String subject = context.key().subject();
        int slash = subject.lastIndexOf('/');
        Bilingual who = Subject.enterprise(subject.substring(0, slash)).name(context.registry());
        AuditStep step = AuditStep.ofCode(subject.substring(slash + 1)).orElseThrow();
        Bilingual title = new Bilingual(
                who.zh() + "：清洁生产“" + step.named().zh() + "”逾期",
                who.en() + ": clean production overdue: " + step.named().en());
        BilingualLines lines = new BilingualLines()
                .add(Labels.WHO, context.whoInFull())
                .add(
                        Labels.WHAT,
                        who.zh() + "的清洁生产审核，“" + step.named().zh() + "”一步到期未办理（由"
                                + (step.ofEnterprise() ? "企业" : "主管部门") + "办理）；期限及依据见控制台“清洁生产”页",
                        "the step \"" + step.named().en() + "\" of the clean-production audit of " + who.en()
                                + " was not entered by its day (taken by the "
                                + (step.ofEnterprise() ? "enterprise" : "authority")
                                + "); the console's page Clean production shows the term and what says so")
                .add(Labels.SINCE, context.sinceMinute());
        context.addUntil(lines);
        lines.add(
                Labels.SURE,
                "按已登记的办理情况和期限判断；登记该步骤后解除",
                "judged by what was entered and by the terms; it clears when the step is entered");
        return new CaseMessage(title, lines.text());
    }
}
