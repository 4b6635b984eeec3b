package io.greenpark.alerts.text;

import io.greenpark.alerts.cases.CaseMessage;
import io.greenpark.park.text.Bilingual;

/** Words of the case of a canary that does not arrive. */
final class CanaryTexts {
    private CanaryTexts() {}

    static CaseMessage message(CaseContext context) {
        Bilingual title = new Bilingual("平台自检：探测读数未到达", "Platform: the canary reading does not arrive");
        BilingualLines lines = new BilingualLines()
                .add(Labels.WHO, "Greenpark 平台自身", "Greenpark, the platform itself")
                .add(
                        Labels.WHAT,
                        "平台每分钟经 MQTT 数据接入通道发送的探测读数未走完全程，设备数据可能同样未被处理；控制台“系统运行”页显示停在哪一步",
                        "the reading that the platform sends to its own MQTT intake every minute does not arrive; data of"
                                + " devices may not either. The console's page Operations shows where it stops")
                .add(Labels.SINCE, context.sinceMinute());
        context.addUntil(lines);
        lines.add(Labels.SURE, "按探测读数到达读数库与实时状态的时间判断", "judged by its arrival in reading store and live state");
        return new CaseMessage(title, lines.text());
    }
}
