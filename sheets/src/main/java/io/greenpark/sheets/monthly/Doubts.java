package io.greenpark.sheets.monthly;

import io.greenpark.sheets.figure.Figure;
import io.greenpark.sheets.figure.Plain;
import io.greenpark.sheets.match.EnterpriseIndex;
import io.greenpark.sheets.match.RowMatch.Proposal;
import io.greenpark.sheets.match.RowMatch.State;
import io.greenpark.sheets.monthly.Asked.Code;
import io.greenpark.sheets.monthly.Sum.Source;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What looks wrong with figures though each can be read: held against the registry, and against the other months of the sheet. */
final class Doubts {
    private static final BigDecimal JUMP = BigDecimal.valueOf(300);
    private static final BigDecimal THOUSAND_AND_TEN = BigDecimal.valueOf(3_000);
    private static final BigDecimal YEAR = BigDecimal.valueOf(6);
    private static final int LEAST_MONTHS = 5;

    private final KnownAmounts known;
    private final EnterpriseIndex index;
    private final Asking asking;

    Doubts(KnownAmounts known, EnterpriseIndex index, Asking asking) {
        this.known = known;
        this.index = index;
        this.asking = asking;
    }

    private record Series(Figure figure, String enterprise) {}

    void ask(List<SheetReading> sheets, Collection<Sum> sums) {
        sheets.forEach(sheet -> sheet.checks().stream()
                .filter(c -> !c.right())
                .forEach(c -> asking.ask(
                        Code.TOTAL_DIFFERS,
                        c.sheet() + c.cell(),
                        c.sheet() + "!" + c.cell(),
                        "“" + c.label() + "”写的是 " + c.said().toPlainString() + "，所读各项之和是 " + plain(c.sum()) + "，相差 "
                                + plain(c.said().subtract(c.sum())) + "；合计不导入，请确认明细无误",
                        "\"" + c.label() + "\" says " + c.said().toPlainString() + ", what it sums up comes to "
                                + plain(c.sum())
                                + ", a difference of " + plain(c.said().subtract(c.sum()))
                                + "; sums are not taken over, make sure that the figures are right")));
        Map<Series, TreeMap<YearMonth, Sum>> series = new HashMap<>();
        sums.forEach(sum -> series.computeIfAbsent(
                        new Series(sum.key().figure(), sum.key().enterprise()), s -> new TreeMap<>())
                .put(sum.key().month(), sum));
        sums.forEach(sum -> sizes(
                sum,
                series.getOrDefault(new Series(sum.key().figure(), sum.key().enterprise()), new TreeMap<>())));
        rows(sums);
        series.forEach((of, months) -> accounts(sheets, of, months));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String place(Sum sum) {
        return sum.sources().get(0).place();
    }

    private void sizes(Sum sum, TreeMap<YearMonth, Sum> months) {
        Figure figure = sum.key().figure();
        List<BigDecimal> others = months.values().stream()
                .filter(o -> o != sum && o.value().signum() > 0)
                .map(Sum::value)
                .toList();
        if (sum.value().signum() <= 0) {
            return;
        }
        BigDecimal usual =
                median(known.around(figure, sum.key().enterprise(), sum.key().month()));
        if (usual == null && others.size() >= LEAST_MONTHS) {
            usual = median(others);
        }
        if (usual != null && jump(sum, usual)) {
            return;
        }
        BigDecimal inSheet = others.size() >= LEAST_MONTHS ? median(others) : usual;
        if (inSheet != null && (sum.value().compareTo(inSheet.multiply(YEAR)) >= 0 || isSumOfOthers(sum, months))) {
            String zh = "为 " + sum.text() + " " + figure.family().kept() + "，是其他月份（约 "
                    + plain(inSheet.round(new MathContext(3))) + "）的许多倍；是不是把全年合计填到了一个月？";
            String en =
                    " is " + sum.text() + " " + figure.family().kept() + ", many times as much as other months (about "
                            + plain(inSheet.round(new MathContext(3))) + "); is it the sum of a year?";
            asking.ask(Code.YEAR_IN_MONTH, place(sum), place(sum), named(sum) + zh, named(sum) + en);
        }
    }

    /** Whether it is just what the other months of its year come to. */
    private static boolean isSumOfOthers(Sum sum, TreeMap<YearMonth, Sum> months) {
        List<BigDecimal> others = months.values().stream()
                .filter(o -> o != sum
                        && o.key().month().getYear() == sum.key().month().getYear())
                .map(Sum::value)
                .toList();
        return others.size() >= LEAST_MONTHS
                && others.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(sum.value()) == 0;
    }

    private String named(Sum sum) {
        return index.name(sum.key().enterprise()) + " " + sum.key().month() + " ";
    }

    private boolean jump(Sum sum, BigDecimal usual) {
        BigDecimal more = sum.value().divide(usual, MathContext.DECIMAL64);
        boolean larger = more.compareTo(JUMP) >= 0;
        BigDecimal times = larger || more.signum() == 0 ? more : BigDecimal.ONE.divide(more, MathContext.DECIMAL64);
        if (times.compareTo(JUMP) < 0) {
            return false;
        }
        String power = times.compareTo(THOUSAND_AND_TEN) < 0 ? "1,000" : "10,000";
        Source first = sum.sources().get(0);
        asking.ask(
                Code.UNIT_JUMP,
                first.sheet() + sum.key().figure().code() + power + larger,
                first.place(),
                named(sum) + "为 " + sum.text() + " "
                        + sum.key().figure().family().kept() + "，约为已知数值（" + plain(usual.round(new MathContext(3)))
                        + "）的 " + (larger ? "" : "1/") + power + "；单位是不是选错了（如万元与元、万kWh 与 kWh）？",
                named(sum) + "is " + sum.text() + " "
                        + sum.key().figure().family().kept() + ", about " + (larger ? "" : "1/") + power
                        + " times what is known (" + plain(usual.round(new MathContext(3)))
                        + "); is the unit another one, such as 万元 for 元, or 万kWh for kWh?");
        return true;
    }

    /** Rows that were added up. */
    private void rows(Collection<Sum> sums) {
        Set<String> told = new HashSet<>();
        for (Sum sum : sums) {
            if (sum.sources().size() < 2) {
                continue;
            }
            Set<String> accounts = new HashSet<>();
            boolean same = sum.sources().stream().anyMatch(s -> !s.account().isEmpty() && !accounts.add(s.account()));
            boolean unnamed = sum.sources().stream().anyMatch(s -> s.account().isEmpty());
            Code code = same ? Code.SAME_ACCOUNT : Code.ADDED_UP;
            TreeSet<Integer> rows = new TreeSet<>();
            sum.sources().forEach(s -> rows.add(s.row()));
            String of = sum.key().enterprise() + rows;
            if ((same || unnamed) && told.add(of)) {
                asking.ask(
                        code,
                        of,
                        place(sum),
                        index.name(sum.key().enterprise()) + " 在第 " + rows + " 行出现，数值已相加；请确认不是重复"
                                + (same ? "（同一户号出现多次）" : ""),
                        index.name(sum.key().enterprise()) + " stands in rows " + rows
                                + ", whose figures were added up; make sure that none is there twice"
                                + (same ? " (one customer number stands there several times)" : ""));
            }
        }
    }

    /** Customer numbers of an enterprise that its bill lacks. */
    private void accounts(List<SheetReading> sheets, Series of, TreeMap<YearMonth, Sum> months) {
        if (of.figure().carrier() == null) {
            return;
        }
        Sum any = months.firstEntry().getValue();
        Set<String> has = new HashSet<>();
        months.values().forEach(m -> has.addAll(m.accounts()));
        if (has.isEmpty()) {
            return;
        }
        List<String> lacking =
                new ArrayList<>(index.accounts(of.enterprise(), of.figure().carrier()));
        lacking.removeAll(has);
        List<String> toAllot = new ArrayList<>();
        sheets.forEach(s -> s.rows().stream()
                .filter(r -> r.match().state() == State.TO_ALLOT
                        && r.match().proposals().stream()
                                .map(Proposal::enterprise)
                                .anyMatch(of.enterprise()::equals))
                .forEach(r -> toAllot.add(Plain.of(String.valueOf(r.said().account())))));
        if (!lacking.isEmpty()) {
            boolean open = toAllot.containsAll(lacking);
            asking.ask(
                    Code.ACCOUNT_LACKING,
                    of.enterprise(),
                    place(any),
                    index.name(of.enterprise()) + " 还有户号 " + String.join("、", lacking) + (open ? " 尚未分摊" : " 不在表中")
                            + "；其账单量因此不完整",
                    index.name(of.enterprise()) + " has customer number " + String.join(", ", lacking)
                            + (open ? " too, which is not allotted yet" : " too, which the sheet lacks")
                            + "; its bill is not complete");
        }
    }

    private static @Nullable BigDecimal median(List<BigDecimal> numbers) {
        return numbers.isEmpty() ? null : numbers.stream().sorted().toList().get(numbers.size() / 2);
    }
}
