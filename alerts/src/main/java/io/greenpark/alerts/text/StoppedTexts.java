package io.greenpark.alerts.text;

import io.greenpark.alerts.cases.CaseMessage;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.registry.EnterpriseFile.OperatingState;
import io.greenpark.park.registry.EnterpriseFile.Operation;
import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Words of the case of an enterprise that uses power though it does not operate. */
final class StoppedTexts {
    private StoppedTexts() {}

    static CaseMessage message(CaseContext context) {
        Bilingual who = context.who();
        Verdict worst = context.episode().worst();
        String figure = plain(worst.figure());
        String base = plain(worst.limit());
        SortedMap<LocalDate, Operation> operation = context.registry()
                .enterprise(context.key().about().id())
                .map(e -> e.file().operation())
                .orElseGet(TreeMap::new);
        LocalDate day = context.key().about().time(context.registry()).dayOf(worst.from());
        SortedMap<LocalDate, Operation> begun = operation.headMap(day.plusDays(1));
        Optional<LocalDate> since = begun.isEmpty() ? Optional.empty() : Optional.of(begun.lastKey());
        Bilingual state = since.map(begun::get)
                .map(Operation::state)
                .map(StoppedTexts::words)
                .orElse(new Bilingual("停产", "stopped"));
        String sinceZh = since.map(d -> d + " 起").orElse("");
        String sinceEn = since.map(d -> " since " + d).orElse("");
        Bilingual title = new Bilingual(
                who.zh() + "：已" + state.zh() + "仍在用电，" + figure + " kW",
                who.en() + ": uses power though " + state.en() + ", " + figure + " kW");
        BilingualLines lines = new BilingualLines()
                .add(Labels.WHO, context.whoInFull())
                .add(
                        Labels.WHAT,
                        "该企业登记为" + sinceZh + state.zh() + "，小时平均用电功率最高 " + figure + " kW，高于基础负荷 " + base + " kW",
                        "on file as " + state.en() + sinceEn + "; mean power of an hour up to " + figure
                                + " kW, above the base load of " + base + " kW")
                .add(Labels.SINCE, context.sinceMinute());
        context.addUntil(lines);
        lines.add(
                Labels.SURE,
                "按实测小时电量判断，不计估算，缺数的小时不作判断；请核实是否擅自恢复生产或登记有误",
                "judged by measured hours, without estimates; hours without data say nothing. To be verified: production"
                        + " taken up without leave, or an entry that is out of date");
        return new CaseMessage(title, lines.text());
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
