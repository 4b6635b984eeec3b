package io.greenpark.alerts.text;

import io.greenpark.alerts.cases.CaseMessage;
import io.greenpark.park.registry.Device;
import io.greenpark.park.text.Bilingual;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Words of cases about silent devices, and such whose data stand still. */
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

    /** A device that is heard, and whose data are old. */
    static CaseMessage standstill(CaseContext context) {
        String id = Objects.requireNonNullElse(
                context.key().deviceId(), context.key().subject());
        Bilingual name = context.registry().device(id).map(Device::name).orElse(Bilingual.same(id));
        Bilingual age = Figures.length(Duration.between(
                context.episode().since(), context.episode().worst().to()));
        Bilingual title = new Bilingual(
                context.who().zh() + "：设备 " + name.zh() + " 在线但数据停滞",
                context.who().en() + ": data of device " + name.en() + " stand still");
        BilingualLines lines = new BilingualLines()
                .add(Labels.WHO, context.whoInFull())
                .add(
                        Labels.WHAT,
                        "设备 " + name.zh() + "（" + id + "）仍在上报，但最新数据已是 " + age.zh() + " 前的",
                        "device " + name.en() + " (" + id + ") is connected, its newest data were " + age.en()
                                + " old when this was found")
                .add(Labels.SINCE, context.sinceMinute());
        context.addUntil(lines);
        lines.add(
                Labels.SURE,
                "按数据时间判断；请检查网关是否在重复发送缓存值、仪表与网关之间是否断线；各测点见“设备”页",
                "judged by data time; see whether the gateway sends cached values and whether its line to the meter is cut."
                        + " The page \"Devices\" has the points");
        return new CaseMessage(title, lines.text());
    }

    private static Bilingual allowed(Duration silence) {
        Bilingual length = Figures.length(silence);
        return new Bilingual("最长允许中断 " + length.zh(), "may be silent for " + length.en());
    }
}
