package io.greenpark.alerts.text;

import io.greenpark.alerts.cases.CaseMessage;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.stopped.Stop;
import io.greenpark.alerts.stopped.StopOrder;
import io.greenpark.alerts.stopped.StoppedEnterprises;
import io.greenpark.park.registry.EnterpriseFile.OperatingState;
import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Words of the case of an enterprise that uses power though it does not operate. */
final class StoppedTexts {
    private StoppedTexts() {}

    static CaseMessage message(CaseContext context, StoppedEnterprises stopped) {
        Bilingual who = context.who();
        Verdict worst = context.episode().worst();
        String figure = plain(worst.figure());
        String base = plain(worst.limit());
        Stop stop = stopped.at(context.registry(), context.key().about(), worst.from())
                .orElse(null);
        Bilingual what = what(stop);
        Bilingual why = why(stop);
        Bilingual title = new Bilingual(
                who.zh() + "：" + what.zh() + "仍在用电，" + figure + " kW",
                who.en() + ": uses power though " + what.en() + ", " + figure + " kW");
        BilingualLines lines = new BilingualLines()
                .add(Labels.WHO, context.whoInFull())
                .add(
                        Labels.WHAT,
                        "该企业" + why.zh() + "，小时平均用电功率最高 " + figure + " kW，高于基础负荷 " + base + " kW",
                        why.en() + "; mean power of an hour up to " + figure + " kW, above the base load of " + base
                                + " kW")
                .add(Labels.SINCE, context.sinceMinute());
        context.addUntil(lines);
        lines.add(
                Labels.SURE,
                "按实测小时电量判断，不计估算，缺数的小时不作判断；请核实是否擅自恢复生产或登记有误",
                "judged by measured hours, without estimates; hours without data say nothing. To be verified: production"
                        + " taken up without leave, or an entry that is out of date");
        return new CaseMessage(title, lines.text());
    }

    /** In a few words: 已关停, or 责令停产期间 where only an order says so. */
    private static Bilingual what(@Nullable Stop stop) {
        if (stop != null && stop.byOrderAlone()) {
            return new Bilingual("责令停产期间", "ordered to stop");
        }
        OperatingState state = stop == null ? null : stop.state();
        Bilingual said = words(state == null ? OperatingState.STOPPED : state);
        return new Bilingual("已" + said.zh(), said.en());
    }

    /** What says so, the document of an order among it. */
    private static Bilingual why(@Nullable Stop stop) {
        StopOrder order = stop == null ? null : stop.order();
        Bilingual ordered = order == null ? null : ordered(order);
        if (stop != null && stop.byOrderAlone()) {
            return Objects.requireNonNull(ordered);
        }
        OperatingState state = stop == null ? null : stop.state();
        Bilingual said = words(state == null ? OperatingState.STOPPED : state);
        LocalDate since = stop == null ? null : stop.since();
        Bilingual file = new Bilingual(
                "登记为" + (since == null ? "" : since + " 起") + said.zh(),
                "on file as " + said.en() + (since == null ? "" : " since " + since));
        return ordered == null
                ? file
                : new Bilingual(file.zh() + "，且" + ordered.zh(), file.en() + ", and " + ordered.en());
    }

    private static Bilingual ordered(StopOrder order) {
        return new Bilingual(
                "由" + order.authority() + "以 " + order.number() + " 责令自 " + order.from() + " 起停产",
                "ordered to stop from " + order.from() + " on by " + order.number() + " of " + order.authority());
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "-" : number.stripTrailingZeros().toPlainString();
    }

    private static Bilingual words(OperatingState state) {
        return switch (state) {
            case IN_OPERATION -> new Bilingual("在产", "in operation");
            case STOPPED -> new Bilingual("停产", "stopped");
            case CLOSED -> new Bilingual("关停", "closed");
            case MOVED -> new Bilingual("搬迁", "moved away");
        };
    }
}
