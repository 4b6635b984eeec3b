package io.greenpark.alerts.text;

import io.greenpark.alerts.cases.CaseMessage;
import io.greenpark.park.registry.Device;
import io.greenpark.park.text.Bilingual;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Words of cases about silent devices. */
final class SilenceTexts {
    private SilenceTexts() {}

    static CaseMessage message(CaseContext context) {
        String id = Objects.requireNonNullElse(
                context.key().deviceId(), context.key().subject());
        Optional<Device> device = context.registry().device(id);
        Bilingual name = device.map(Device::name).orElse(Bilingual.same(id));
        Bilingual title = new Bilingual(
                context.who().zh() + "：设备 " + name.zh() + " 无数据",
                context.who().en() + ": device " + name.en() + " is silent");
        BilingualLines lines = new BilingualLines()
                .add(Labels.WHO, context.whoInFull())
                .add(
                        Labels.WHAT,
                        "设备 " + name.zh() + "（" + id + "）停止上报数据",
                        "device " + name.en() + " (" + id + ") has stopped sending")
                .add(Labels.SINCE, context.sinceMinute());
        device.ifPresent(d -> lines.add(Labels.LIMIT, allowed(d.silenceAfter())));
        context.addUntil(lines);
        lines.add(Labels.SURE, "按数据到达平台的时间判断", "judged by the time at which data arrive");
        return new CaseMessage(title, lines.text());
    }

    private static Bilingual allowed(Duration silence) {
        Bilingual length = Figures.length(silence);
        return new Bilingual("最长允许中断 " + length.zh(), "may be silent for " + length.en());
    }
}
