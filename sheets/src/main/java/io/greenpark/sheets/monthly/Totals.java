package io.greenpark.sheets.monthly;

import io.greenpark.sheets.cell.CellAddress;
import io.greenpark.sheets.cell.Sheet;
import io.greenpark.sheets.figure.CellAmount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sums that a sheet has. One below rows is that of the rows since the last one, or of all; one behind columns that of the columns since the
 * last one, of those of its year, or of all: a person reads it as the one that it is equal to. In the sheet's unit; what is missing adds nothing.
 */
final class Totals {
    private final String sheet;
    private final List<AmountColumn> columns;
    private final Map<Integer, BigDecimal> all = new HashMap<>();
    private final Map<Integer, BigDecimal> since = new HashMap<>();
    private final Set<Integer> spoilt = new HashSet<>();
    private final List<TotalCheck> checks = new ArrayList<>();

    Totals(String sheet, List<AmountColumn> columns) {
        this.sheet = sheet;
        this.columns = columns;
    }

    List<TotalCheck> checks() {
        return checks;
    }

    /** A cell of the column is no number, so that no sum of it can be told. */
    void spoil(AmountColumn column) {
        spoilt.add(column.at());
    }

    /** Takes the figures of a row in. */
    void add(int row, List<ReadAmount> amounts) {
        amounts.forEach(a -> {
            int column = CellAddress.of(a.cell()).column();
            all.merge(column, a.said(), BigDecimal::add);
            since.merge(column, a.said(), BigDecimal::add);
        });
    }

    /** Checks a row of sums. */
    void row(Sheet.Row row, String label) {
        for (AmountColumn column : columns) {
            BigDecimal said = number(row, column);
            if (said != null && !spoilt.contains(column.at())) {
                check(
                        row.number(),
                        column.at(),
                        label,
                        said,
                        List.of(
                                since.getOrDefault(column.at(), BigDecimal.ZERO),
                                all.getOrDefault(column.at(), BigDecimal.ZERO)),
                        label.contains("小") ? 0 : 1);
            }
        }
        since.clear();
    }

    /** Checks the sums behind the figures of a row, and takes them in for the sums below. */
    void across(Sheet.Row row, List<ReadAmount> amounts) {
        Map<Integer, BigDecimal> said = new HashMap<>();
        amounts.forEach(a -> said.put(CellAddress.of(a.cell()).column(), a.said()));
        int last = -1;
        for (AmountColumn total : columns) {
            if (!total.total()) {
                continue;
            }
            List<AmountColumn> before = before(total);
            BigDecimal number = number(row, total);
            if (number != null) {
                all.merge(total.at(), number, BigDecimal::add);
                since.merge(total.at(), number, BigDecimal::add);
            }
            boolean readable = before.stream().noneMatch(c -> spoilt.contains(c.at()) && !said.containsKey(c.at()));
            if (number != null && before.size() > 1 && readable) {
                int from = last;
                BigDecimal sinceLast =
                        sum(before.stream().filter(c -> c.at() > from).toList(), said);
                BigDecimal ofYear =
                        sum(before.stream().filter(c -> inYear(c, total.year())).toList(), said);
                check(
                        row.number(),
                        total.at(),
                        total.heading(),
                        number,
                        List.of(sinceLast, ofYear, sum(before, said)),
                        total.year() == null ? 0 : 1);
            }
            last = total.at();
        }
    }

    private List<AmountColumn> before(AmountColumn total) {
        return columns.stream()
                .filter(c -> !c.total() && c.figure().equals(total.figure()) && Objects.equals(c.unit(), total.unit()))
                .toList();
    }

    private static boolean inYear(AmountColumn column, @Nullable Integer year) {
        return year != null && column.months().stream().anyMatch(m -> m.getYear() == year);
    }

    private static BigDecimal sum(List<AmountColumn> of, Map<Integer, BigDecimal> said) {
        return of.stream()
                .map(c -> said.getOrDefault(c.at(), BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable BigDecimal number(Sheet.Row row, AmountColumn column) {
        return CellAmount.of(row.cell(column.at())) instanceof CellAmount.Number number ? number.value() : null;
    }

    /** Equal to one of the sums that it may be; else held against the one that it most likely is. */
    private void check(int row, int column, String label, BigDecimal said, List<BigDecimal> sums, int likely) {
        BigDecimal sum =
                sums.stream().filter(s -> s.compareTo(said) == 0).findFirst().orElse(sums.get(likely));
        checks.add(new TotalCheck(sheet, new CellAddress(row, column).toString(), label, said, sum));
    }
}
