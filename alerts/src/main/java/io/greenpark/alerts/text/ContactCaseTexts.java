package io.greenpark.alerts.text;

import io.greenpark.alerts.cases.CaseMessage;
import io.greenpark.park.text.Bilingual;

/** Words of the case of somebody of whom nobody can be told. */
final class ContactCaseTexts {
    private ContactCaseTexts() {}

    static CaseMessage message(CaseContext context) {
        Bilingual title =
                new Bilingual(context.who().zh() + "：没有可用的通知联系人", context.who().en() + ": nobody there can be told");
        BilingualLines lines = new BilingualLines()
                .add(Labels.WHO, context.whoInFull())
                .add(
                        Labels.WHAT,
                        "没有登记联系人，或所有联系人的地址不通、逾期未确认、已表示不再负责；预警无法送达。各联系人的情况与处理方法见控制台“联系人”页",
                        "it has no contact, or none whose address works and who has confirmed it; alerts reach nobody. The"
                                + " console's page Contacts shows each of them and what to do")
                .add(Labels.SINCE, context.sinceMinute());
        context.addUntil(lines);
        lines.add(
                Labels.SURE,
                "按登记册、投递结果和联系人的确认判断",
                "judged by the registry, by what came of deliveries, and by what contacts confirmed");
        return new CaseMessage(title, lines.text());
    }
}
