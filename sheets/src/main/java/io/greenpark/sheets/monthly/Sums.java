package io.greenpark.sheets.monthly;

import io.greenpark.park.text.Bilingual;
import io.greenpark.sheets.figure.Plain;
import io.greenpark.sheets.intake.CellFault;
import io.greenpark.sheets.match.RowMatch.Part;
import io.greenpark.sheets.monthly.Sum.Source;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What rows come to for each enterprise and month: rows of one sheet are added up, as of several customer numbers; what two sheets tell of the same
 * figure is a fault. Of January and February together each gets half (decision 028).
 */
final class Sums {
    static final BigDecimal HALF = new BigDecimal("0.5");

    private final Map<SumKey, Sum> sums = new LinkedHashMap<>();
    private final Consumer<CellFault> faults;

    Sums(Consumer<CellFault> faults) {
        this.faults = faults;
    }

    void add(ReadRow row) {
        for (Part part : row.match().parts()) {
            row.amounts().forEach(amount -> add(row, part, amount));
        }
    }

    private void add(ReadRow row, Part part, ReadAmount amount) {
        BigDecimal whole = amount.unit().kept(amount.said()).multiply(part.share());
        for (int i = 0; i < amount.months().size(); i++) {
            BigDecimal value = amount.months().size() == 1 ? whole : whole.multiply(HALF);
            SumKey key = new SumKey(
                    amount.figure(), part.enterprise(), amount.months().get(i));
            String account =
                    row.said().account() == null ? "" : Plain.of(row.said().account());
            Source source = new Source(row.sheet(), amount.cell(), row.row(), row.mapping(), account);
            Sum sum = sums.computeIfAbsent(key, Sum::new);
            Source first = sum.sources().isEmpty() ? source : sum.sources().get(0);
            if (first.sheet().equals(row.sheet())) {
                sum.add(value, source);
            } else {
                faults.accept(new CellFault(
                        row.sheet(),
                        amount.cell(),
                        amount.said().toPlainString(),
                        new Bilingual("每家企业每个月的同一指标只出现一次", "a figure once for each enterprise and month"),
                        new Bilingual(
                                "与 " + first.place() + " 是同一企业、同一月份；请只留一处",
                                "is of the same enterprise and month as " + first.place() + "; keep one of them")));
            }
        }
    }

    Collection<Sum> all() {
        return sums.values();
    }
}
