package io.greenpark.ingest.admission;

import io.greenpark.park.text.Bilingual;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every sentence with which a message or a value of it is refused. */
final class AdmissionMessages {
    private AdmissionMessages() {}

    // Who and which device

    static Bilingual forbidden(String sender, String device) {
        return new Bilingual(
                "发送方 \"" + sender + "\" 无权为设备 \"" + device
                        + "\" 发布数据；设备只为自身发布，网关为登记册中指明由其接入的设备发布，消息代理（broker）条目为其列出的设备发布；"
                        + "若这是其自有设备的上报名称，请在登记册中填写该设备的 sentAs",
                "sender \"" + sender + "\" may not publish for device \"" + device
                        + "\"; a device publishes for itself, a gateway for the devices that name it in the registry, a"
                        + " broker entry for those it lists; where it names a device of its own so, give that device this"
                        + " name as its sentAs");
    }

    static Bilingual gatewayHasNoPoints(String gateway) {
        return new Bilingual(
                "\"" + gateway + "\" 是网关，自身没有测点；请用 v1/gateway/telemetry 或 greenpark/{device}/telemetry 为其下属设备发布",
                "\"" + gateway + "\" is a gateway and has no points of its own; publish for its devices with"
                        + " v1/gateway/telemetry or greenpark/{device}/telemetry");
    }

    static Bilingual unknownDevice(String device, boolean waits) {
        return waits
                ? new Bilingual(
                        "登记册中没有设备 \"" + device + "\"；其数据在 quarantine 规定的限度内暂存，等待认领：请在“待认领设备”页认领，或更正设备编号",
                        "device \"" + device + "\" is not in the registry; within the bounds of quarantine its readings"
                                + " wait to be claimed: claim it on the page Unknown devices, or correct the id")
                : new Bilingual(
                        "登记册中没有设备 \"" + device + "\"；请登记该设备（若上报名称不是编号，请填写 sentAs），或更正设备编号",
                        "device \"" + device
                                + "\" is not in the registry; add it (with sentAs where it is sent under a name"
                                + " that is no id), or correct the id");
    }

    static Bilingual noDeviceNamed() {
        return new Bilingual(
                "消息没有指明设备；请在主题、路径或报文中给出设备编号",
                "the message names no device; give the device's id in topic, path or payload");
    }

    // Which point

    static Bilingual unknownKey(String device, String sent, String key, List<String> keys, boolean waits) {
        String known = String.join(", ", keys);
        boolean renamed = !sent.equals(device);
        return new Bilingual(
                "设备 \"" + device + "\"" + (renamed ? "（上报名称 \"" + sent + "\"）" : " ") + "没有键为 \"" + key + "\" 的测点；已有的键："
                        + known + "；请在登记册中增加测点，或更正键名" + (waits ? "；在此之前，其值在 quarantine 规定的限度内暂存" : ""),
                "device \"" + device + "\"" + (renamed ? " (sent as \"" + sent + "\")" : "")
                        + " has no point with key \"" + key + "\"; its keys: " + known
                        + "; add the point to the registry or correct the key"
                        + (waits ? "; until then its values wait within the bounds of quarantine" : ""));
    }

    static Bilingual ended(String point, long endedMs, long timeMs) {
        return new Bilingual(
                "测点 \"" + point + "\" 已于 " + show(endedMs) + " 停用，早于时间 \"" + show(timeMs) + "\"；请停止发送，或登记新的测点",
                "point \"" + point + "\" ended at " + show(endedMs) + ", before time \"" + show(timeMs)
                        + "\"; stop sending it, or register a new point");
    }

    // At what time

    static Bilingual timeMissing(String point, String key) {
        return new Bilingual(
                "测点 \"" + point + "\"（键 \"" + key + "\"）是时段量，每个值必须自带时间；请发送 {\"ts\": …, \"values\": {…}}",
                "point \"" + point + "\" (key \"" + key
                        + "\") holds amounts of periods and needs the time of each; send {\"ts\": …, \"values\": {…}}");
    }

    static Bilingual inFuture(String device, long timeMs, long arrivalMs, long toleranceMs) {
        long toleranceS = toleranceMs / 1_000;
        EpochUnit unit = EpochUnit.of(timeMs);
        return new Bilingual(
                "时间 \"" + show(timeMs) + "\" 超前于时钟（" + show(arrivalMs) + "，容差 " + toleranceS + " 秒）；"
                        + (unit == null
                                ? "请校正设备 \"" + device + "\" 的时钟"
                                : sendMilliseconds(unit).zh()),
                "time \"" + show(timeMs) + "\" is ahead of the clock (" + show(arrivalMs) + ", tolerance " + toleranceS
                        + " s); "
                        + (unit == null
                                ? "set the clock of device \"" + device + "\""
                                : sendMilliseconds(unit).en()));
    }

    /**
     * @param unit the unit that the time was probably meant in; null if it reads as milliseconds
     */
    static Bilingual tooOld(String point, long timeMs, long earliestMs, @Nullable EpochUnit unit) {
        return new Bilingual(
                "时间 \"" + show(timeMs) + "\" 早于测点 \"" + point + "\" 的最早记录（validFrom " + show(earliestMs) + "）；"
                        + (unit == null
                                ? "这样的日期通常表示设备的时钟没有校时，请校时；若数据确属当时，请把测点的 validFrom 提前"
                                : sendMilliseconds(unit).zh()),
                "time \"" + show(timeMs) + "\" is before the first facts of point \"" + point + "\" (validFrom "
                        + show(earliestMs) + "); "
                        + (unit == null
                                ? "such a date usually means that the clock of the device was not set: set it; if the"
                                        + " value is of that time, give the point an earlier validFrom"
                                : sendMilliseconds(unit).en()));
    }

    private static Bilingual sendMilliseconds(EpochUnit unit) {
        return new Bilingual("看起来是" + unit.zh() + "，请发送毫秒", "it looks like " + unit.en() + ", send milliseconds");
    }

    private static Instant show(long ms) {
        return Instant.ofEpochMilli(ms);
    }
}
