package io.greenpark.alerts.text;

import io.greenpark.alerts.cases.CaseMessage;
import io.greenpark.alerts.rule.SilenceFinding.Limits;
import io.greenpark.alerts.rule.SilenceFinding.OfDoor;
import io.greenpark.alerts.rule.SilenceFinding.OfGateway;
import io.greenpark.alerts.rule.SilenceFinding.Refused;
import io.greenpark.park.registry.Gateway;
import io.greenpark.park.text.Bilingual;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words of cases that speak for several devices: of a gateway, and of a door of the platform. */
final class SilentGroupTexts {
    /** A page of names; the page "Devices" has them all. */
    private static final int NAMED = 200;

    private SilentGroupTexts() {}

    /** @param finding what is known of it; null once nothing is expected of it */
    static CaseMessage gateway(CaseContext context, @Nullable OfGateway finding) {
        String id = context.key().subject();
        Bilingual name = context.registry().gateway(id).map(Gateway::name).orElse(Bilingual.same(id));
        Bilingual gateway = new Bilingual(
                name.zh().equals(id) ? id : name.zh() + "（" + id + "）",
                name.en().equals(id) ? id : name.en() + " (" + id + ")");
        Refused refused = finding == null ? null : finding.refused();
        BilingualLines lines = new BilingualLines().add(Labels.WHO, context.whoInFull());
        lines.add(Labels.WHAT, what(gateway, context.episode().closed(), Refused.sends(refused)));
        if (refused != null) {
            lines.add(Labels.REFUSED, SilenceTexts.refusal(refused, context.zone()));
            lines.add(Labels.TO_DO, refused.detail());
        }
        if (finding != null) {
            lines.add(Labels.DEVICES, devices(finding, context.episode().closed()));
        }
        lines.add(Labels.SINCE, context.sinceMinute());
        if (finding != null) {
            lines.add(Labels.SILENT_AFTER, allowed(finding.limits()));
        }
        context.addUntil(lines);
        lines.add(
                Labels.SURE,
                "按数据到达平台的时间判断；这些设备不再逐台预警，网关恢复后仍无数据的设备另行预警",
                "judged by when data arrive; these devices have no alerts of their own, those still silent after the"
                        + " gateway is back get one");
        return new CaseMessage(title(context, name, refused), lines.text());
    }

    private static Bilingual title(CaseContext context, Bilingual name, @Nullable Refused refused) {
        Bilingual who = context.who();
        return !Refused.sends(refused)
                ? new Bilingual(
                        who.zh() + "：网关 " + name.zh() + " 离线（数据中断）", who.en() + ": gateway " + name.en() + " is silent")
                : new Bilingual(
                        who.zh() + "：网关 " + name.zh() + " 的报文全部被拒",
                        who.en() + ": gateway " + name.en() + " sends, but is refused");
    }

    private static Bilingual what(Bilingual gateway, boolean over, boolean refused) {
        if (over) {
            return new Bilingual(
                    "网关 " + gateway.zh() + " 下的设备曾一同停止上报数据",
                    "the devices behind gateway " + gateway.en() + " had fallen silent together");
        }
        return refused
                ? new Bilingual(
                        "网关 " + gateway.zh() + " 仍在发送，但被拒，其下设备没有数据",
                        "gateway " + gateway.en() + " sends, but is refused, and there are no data of its devices")
                : new Bilingual(
                        "网关 " + gateway.zh() + " 下的设备一同停止上报数据，请检查网关及其供电、网络",
                        "the devices behind gateway " + gateway.en()
                                + " have fallen silent together; check the gateway, its power and its network");
    }

    private static Bilingual devices(OfGateway finding, boolean over) {
        int silent = finding.silent().size();
        if (over && silent == 0) {
            return new Bilingual("共 " + finding.devices() + " 台，均已恢复", "all " + finding.devices() + " are heard again");
        }
        Bilingual count = over
                ? new Bilingual(
                        "共 " + finding.devices() + " 台，其中 " + silent + " 台尚未恢复",
                        silent + " of " + finding.devices() + (silent == 1 ? " is" : " are") + " not heard again yet")
                : new Bilingual(
                        "共 " + finding.devices() + " 台，其中 " + silent + " 台无数据",
                        silent + " of " + finding.devices() + (silent == 1 ? " is" : " are") + " silent");
        Bilingual own = finding.own() == 0
                ? new Bilingual("", "")
                : new Bilingual(
                        "（另有 " + finding.own() + " 台此前已单独预警）",
                        " (" + finding.own() + " more with earlier alerts of their own)");
        return new Bilingual(
                count.zh() + own.zh() + (silent == 0 ? "" : "：" + names(finding.silent(), Bilingual::zh, "、", " 等")),
                count.en()
                        + own.en()
                        + (silent == 0 ? "" : ": " + names(finding.silent(), Bilingual::en, ", ", ", and others")));
    }

    private static String names(
            List<Bilingual> names, Function<Bilingual, String> language, String comma, String andOthers) {
        String named = names.stream().limit(NAMED).map(language).collect(Collectors.joining(comma));
        return names.size() > NAMED ? named + andOthers : named;
    }

    private static Bilingual allowed(Limits limits) {
        if (limits.shortest().equals(limits.longest())) {
            return SilenceTexts.allowed(limits.longest());
        }
        Bilingual from = Figures.exact(limits.shortest().length());
        Bilingual to = Figures.exact(limits.longest().length());
        return from.equals(to)
                ? new Bilingual("每台连续 " + to.zh() + "无数据", "each after " + to.en() + " without data")
                : new Bilingual(
                        "各台连续 " + from.zh() + "至 " + to.zh() + "无数据",
                        "each after " + from.en() + " to " + to.en() + " without data");
    }

    /** @param finding what is known of the door; null once it is no longer in the settings */
    static CaseMessage door(CaseContext context, @Nullable OfDoor finding) {
        String door = context.key().subject();
        boolean shut = context.episode().last().reason() != null;
        Bilingual title = shut
                ? new Bilingual(
                        "平台：数据接入通道 " + door + " 未开放或未连接",
                        "Platform: data intake " + door + " is closed or not connected")
                : new Bilingual("平台：数据接入通道 " + door + " 无数据", "Platform: no data through intake " + door);
        BilingualLines lines = new BilingualLines().add(Labels.WHO, "Greenpark 平台自身", "Greenpark, the platform itself");
        lines.add(Labels.WHAT, shut ? shut(door, finding) : nothingComes(door, finding));
        lines.add(Labels.SINCE, context.sinceMinute());
        context.addUntil(lines);
        lines.add(
                Labels.SURE,
                "经此通道上报的设备在此期间不判断是否离线，通道恢复后重新计时",
                "whether its devices are silent is not judged meanwhile; their time counts from when the intake is open again");
        return new CaseMessage(title, lines.text());
    }

    private static Bilingual shut(String door, @Nullable OfDoor finding) {
        String at = finding == null ? "" : " (" + finding.address() + ")";
        String problem = finding == null || finding.problem() == null ? "" : finding.problem();
        return new Bilingual(
                "数据接入通道 " + door + at + " 未开放，或其消息代理未连接，经它上报的数据暂时收不到" + (problem.isEmpty() ? "" : "：" + problem),
                "data intake " + door + at
                        + " is closed, or its broker not connected; what devices send there does not arrive"
                        + (problem.isEmpty() ? "" : ": " + problem));
    }

    private static Bilingual nothingComes(String door, @Nullable OfDoor finding) {
        String at = finding == null ? "" : " (" + finding.address() + ")";
        String zhCount = finding == null ? "" : "，其 " + finding.devices() + " 台设备中 " + finding.silent() + " 台无数据";
        String enCount =
                finding == null ? "" : "; " + finding.silent() + " of its " + finding.devices() + " devices are silent";
        return new Bilingual(
                "数据接入通道 " + door + at + " 已开放，但几乎没有设备的数据到达" + zhCount + "，请检查网络、防火墙与证书",
                "data intake " + door + at + " is open, but almost nothing arrives" + enCount
                        + "; check network, firewall and certificates");
    }
}
