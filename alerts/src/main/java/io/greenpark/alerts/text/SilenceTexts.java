package io.greenpark.alerts.text;

import io.greenpark.alerts.cases.Wording.Words;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Name;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Words of silent devices. */
final class SilenceTexts {
    private SilenceTexts() {}

    static Words of(Scene scene) {
        String id = Objects.requireNonNullElse(
                scene.matter().deviceId(), scene.matter().subject());
        Optional<Device> device = scene.registry().device(id);
        Name name = device.map(Device::name).orElse(new Name(id, id));
        Name title = new Name(
                scene.who().zh() + "：设备 " + name.zh() + " 无数据",
                scene.who().en() + ": device " + name.en() + " is silent");
        Lines lines = new Lines()
                .add(Labels.WHO, scene.whoInFull())
                .add(
                        Labels.WHAT,
                        "设备 " + name.zh() + "（" + id + "）停止上报数据",
                        "device " + name.en() + " (" + id + ") has stopped sending")
                .add(Labels.SINCE, scene.sinceMinute(), scene.sinceMinute());
        device.ifPresent(d -> lines.add(Labels.LIMIT, allowed(d.silenceAfter())));
        scene.addUntil(lines);
        lines.add(Labels.SURE, "按数据到达平台的时间判断", "judged by the time at which data arrive");
        return new Words(title, lines.text());
    }

    private static Name allowed(Duration silence) {
        return new Name("最长允许中断 " + Figures.lengthZh(silence), "may be silent for " + Figures.lengthEn(silence));
    }
}
