package io.greenpark.alerts.text;

import io.greenpark.alerts.cases.CaseMessage;
import io.greenpark.park.text.Bilingual;

/** Words of the case of a way on which nobody is reached. */
final class ChannelCaseTexts {
    private ChannelCaseTexts() {}

    static CaseMessage message(CaseContext context) {
        Bilingual way = name(context.key().subject());
        Bilingual title = new Bilingual("通知渠道不通：" + way.zh(), "Nothing gets through: " + way.en());
        BilingualLines lines = new BilingualLines()
                .add(Labels.WHO, "Greenpark 平台自身", "Greenpark, the platform itself")
                .add(
                        Labels.WHAT,
                        "经该渠道发送的通知全部失败，相关人员收不到预警；未送达的通知仍在重试。控制台“系统运行”页显示对方最近的答复，可发送测试消息",
                        "whatever is sent that way fails, so alerts do not reach the people told by it; what is not delivered is"
                                + " tried again. The console's page Operations shows what the other side answered, and sends a"
                                + " test message")
                .add(Labels.SINCE, context.sinceMinute());
        context.addUntil(lines);
        lines.add(Labels.SURE, "按每次投递的结果判断", "judged by what came of every attempt to deliver");
        return new CaseMessage(title, lines.text());
    }

    /** What people call it: {@code mail}, {@code dingtalk/duty}, of which the part after the slash is a name of the settings. */
    private static Bilingual name(String route) {
        int slash = route.indexOf('/');
        Bilingual channel = ChannelNames.of(slash < 0 ? route : route.substring(0, slash));
        String part = slash < 0 ? "" : route.substring(slash + 1);
        return part.isEmpty()
                ? channel
                : new Bilingual(channel.zh() + "（" + part + "）", channel.en() + " (" + part + ")");
    }
}
