package io.greenpark.alerts.text;

import io.greenpark.alerts.cases.CaseMessage;
import io.greenpark.alerts.rule.SilenceFinding.OfDevice;
import io.greenpark.alerts.rule.SilenceFinding.Refused;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.live.SilenceLimit;
import io.greenpark.park.registry.Device;
import io.greenpark.park.text.Bilingual;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words of cases about silent devices, and such whose data stand still. */
final class SilenceTexts {
    private static final int EXCERPT = 120;

    private SilenceTexts() {}

    /** @param finding what is known of the device; null once nothing is expected of it */
    static CaseMessage message(CaseContext context, @Nullable OfDevice finding) {
        String id = Objects.requireNonNullElse(
                context.key().deviceId(), context.key().subject());
        Optional<Device> device = context.registry().device(id);
        Bilingual name = device.map(Device::name).orElse(Bilingual.same(id));
        Refused refused = finding == null ? null : finding.refused();
        BilingualLines lines = new BilingualLines()
                .add(Labels.WHO, context.whoInFull())
                .add(
                        Labels.WHAT,
                        refused == null || !Refused.sends(refused)
                                ? stopped(name, id)
                                : refused(name, id, refused, context.zone()));
        if (refused != null) {
            if (!Refused.sends(refused)) {
                lines.add(Labels.REFUSED, refusal(refused, context.zone()));
            }
            lines.add(Labels.TO_DO, refused.detail());
        }
        lines.add(Labels.SINCE, context.sinceMinute());
        Optional.ofNullable(finding)
                .map(OfDevice::limit)
                .or(() -> device.map(d -> SilenceLimit.of(context.registry(), d)))
                .ifPresent(limit -> lines.add(Labels.SILENT_AFTER, allowed(limit)));
        context.addUntil(lines);
        lines.add(
                Labels.SURE,
                "按数据到达平台的时间判断，数据接入通道关闭的时间不计",
                "judged by when data arrive; time in which its data intake was closed does not count");
        return new CaseMessage(title(context, name, refused), lines.text());
    }

    private static Bilingual title(CaseContext context, Bilingual name, @Nullable Refused refused) {
        Bilingual who = context.who();
        return !Refused.sends(refused)
                ? new Bilingual(
                        who.zh() + "：设备 " + name.zh() + " 离线（数据中断）", who.en() + ": device " + name.en() + " is silent")
                : new Bilingual(
                        who.zh() + "：设备 " + name.zh() + " 的报文全部被拒",
                        who.en() + ": device " + name.en() + " sends, but is refused");
    }

    private static Bilingual stopped(Bilingual name, String id) {
        return new Bilingual(
                "设备 " + name.zh() + "（" + id + "）停止上报数据", "device " + name.en() + " (" + id + ") has stopped sending");
    }

    private static Bilingual refused(Bilingual name, String id, Refused refused, ZoneId zone) {
        Bilingual what = refusal(refused, zone);
        return new Bilingual(
                "设备 " + name.zh() + "（" + id + "）仍在发送，但全部被拒：" + what.zh(),
                "device " + name.en() + " (" + id + ") sends, but is refused: " + what.en());
    }

    /** Why something is refused, which key and value, and when last. */
    static Bilingual refusal(Refused refused, ZoneId zone) {
        Bilingual why = refused.reason().text();
        if (refused.stranger() != null) {
            return ofStranger(refused, refused.stranger(), why, Figures.minute(refused.at(), zone));
        }
        String key = refused.key();
        String sent = oneLine(refused.excerpt());
        String at = Figures.minute(refused.at(), zone);
        return new Bilingual(
                why.zh() + (key == null ? "" : "，键 \"" + key + "\"") + (sent.isEmpty() ? "" : "，报文 " + sent) + "；最近一次 "
                        + at,
                why.en() + (key == null ? "" : ", key \"" + key + "\"") + (sent.isEmpty() ? "" : ", sent " + sent)
                        + "; last at " + at);
    }

    /** Anyone can give a name; what was sent with it is of no interest. */
    private static Bilingual ofStranger(Refused refused, String address, Bilingual why, String at) {
        return refused.reason() == RejectReason.BAD_CREDENTIALS
                ? new Bilingual(
                        "有人从 " + address + " 以其名称登录，密码错误；最近一次 " + at,
                        "someone at " + address + " gave its name with a wrong password; last at " + at)
                : new Bilingual(
                        "有人从 " + address + " 使用其名称，身份未证实：" + why.zh() + "；最近一次 " + at,
                        "someone at " + address + " gave its name without proof: " + why.en() + "; last at " + at);
    }

    /** What a device sent may hold anything. */
    private static String oneLine(String excerpt) {
        String line = excerpt.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
        return line.length() <= EXCERPT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, EXCERPT - 1))) + "…";
    }

    /** A device that is heard, and whose data are old. */
    static CaseMessage standstill(CaseContext context) {
        String id = Objects.requireNonNullElse(
                context.key().deviceId(), context.key().subject());
        Bilingual name = context.registry().device(id).map(Device::name).orElse(Bilingual.same(id));
        Bilingual age = Figures.length(Duration.between(
                context.episode().worst().from(), context.episode().worst().to()));
        Bilingual title = new Bilingual(
                context.who().zh() + "：设备 " + name.zh() + " 在线但数据停滞",
                context.who().en() + ": data of device " + name.en() + " are out of date");
        BilingualLines lines = new BilingualLines()
                .add(Labels.WHO, context.whoInFull())
                .add(
                        Labels.WHAT,
                        "设备 " + name.zh() + "（" + id + "）仍在上报，但最新数据已是 " + age.zh() + "前的",
                        "device " + name.en() + " (" + id + ") sends, but its newest data were " + age.en()
                                + " old when this was found")
                .add(Labels.SINCE, context.sinceMinute());
        context.addUntil(lines);
        lines.add(
                Labels.SURE,
                "按数据时间判断；请检查网关是否在重复发送缓存值、仪表与网关之间是否断线；各测点见“设备”页",
                "judged by data time; check whether the gateway repeats cached values and whether its line to the meter is"
                        + " cut. The page Devices lists the points");
        return new CaseMessage(title, lines.text());
    }

    /** A limit, and why it is that. */
    static Bilingual allowed(SilenceLimit limit) {
        Bilingual length = Figures.exact(limit.length());
        Bilingual interval = Figures.exact(limit.longestInterval());
        Bilingual why =
                switch (limit.why()) {
                    case STATED -> new Bilingual("登记册为该设备设定的时限", "set for this device in the registry");
                    case FROM_INTERVAL ->
                        new Bilingual(
                                "最长上报间隔 " + interval.zh() + " × " + SilenceLimit.INTERVALS + "，登记册未另设时限",
                                SilenceLimit.INTERVALS + " × its longest reporting interval, " + interval.en()
                                        + "; none is set for this device");
                    case SHORTEST ->
                        new Bilingual(
                                "默认最短时限：最长上报间隔 " + interval.zh() + " × " + SilenceLimit.INTERVALS + " 不超过此值，登记册未另设时限",
                                "the shortest default: " + SilenceLimit.INTERVALS
                                        + " × its longest reporting interval, " + interval.en()
                                        + ", is no longer; none is set for this device");
                };
        return new Bilingual(
                "连续 " + length.zh() + "无数据（" + why.zh() + "）",
                "after " + length.en() + " without data (" + why.en() + ")");
    }
}
