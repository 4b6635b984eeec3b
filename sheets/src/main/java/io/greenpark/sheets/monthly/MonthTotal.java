package io.greenpark.sheets.monthly;

import io.greenpark.sheets.figure.Figure;
import io.greenpark.sheets.figure.SheetUnit;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/**
 * What a file says of a month, in its own unit, beside what will be in the registry.
 *
 * @param read all that was read
 * @param taken of it what goes to enterprises of the registry
 * @param cells how many cells were read
 * @param kept what the figures of these enterprises come to in the registry, in the unit that it has
 */
public record MonthTotal(
        Figure figure, YearMonth month, SheetUnit unit, BigDecimal read, BigDecimal taken, int cells, BigDecimal kept) {
    private record Of(Figure figure, YearMonth month, SheetUnit unit) {}

    private static final class Adding {
        private BigDecimal read = BigDecimal.ZERO;
        private BigDecimal taken = BigDecimal.ZERO;
        private int cells;
    }

    /** The totals of what was read, by figure, month and unit. */
    public static List<MonthTotal> of(Monthly monthly) {
        Map<Of, Adding> adding = new HashMap<>();
        monthly.sheets().forEach(s -> s.rows().forEach(r -> r.amounts().forEach(a -> add(adding, r, a))));
        Map<Entry<Figure, YearMonth>, BigDecimal> kept = new HashMap<>();
        monthly.fates()
                .forEach(f -> kept.merge(
                        Map.entry(f.key().figure(), f.key().month()), new BigDecimal(f.is()), BigDecimal::add));
        List<MonthTotal> totals = new ArrayList<>();
        adding.forEach((of, sum) -> totals.add(new MonthTotal(
                of.figure(),
                of.month(),
                of.unit(),
                sum.read,
                sum.taken,
                sum.cells,
                kept.getOrDefault(Map.entry(of.figure(), of.month()), BigDecimal.ZERO))));
        totals.sort(Comparator.comparing((MonthTotal t) -> t.figure().code())
                .thenComparing(MonthTotal::month)
                .thenComparing(MonthTotal::unit));
        return totals;
    }

    private static void add(Map<Of, Adding> adding, ReadRow row, ReadAmount amount) {
        BigDecimal shares = row.match().parts().stream().map(p -> p.share()).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (int i = 0; i < amount.months().size(); i++) {
            BigDecimal said =
                    amount.months().size() == 1 ? amount.said() : amount.said().multiply(Sums.HALF);
            Adding sum = adding.computeIfAbsent(
                    new Of(amount.figure(), amount.months().get(i), amount.unit()), o -> new Adding());
            sum.read = sum.read.add(said);
            sum.taken = sum.taken.add(said.multiply(shares));
            sum.cells++;
        }
    }
}
