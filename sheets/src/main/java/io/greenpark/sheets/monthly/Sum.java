package io.greenpark.sheets.monthly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A figure of an enterprise and a month, of all the cells that tell of it, in the unit that the registry has. */
final class Sum {
    /**
     * A cell that it is of.
     *
     * @param row as spreadsheets count
     * @param account the customer number of the row; empty where it has none
     */
    record Source(String sheet, String cell, int row, String mapping, String account) {
        String place() {
            return sheet + "!" + cell;
        }
    }

    private final SumKey key;
    private final List<Source> sources = new ArrayList<>();
    private BigDecimal value = BigDecimal.ZERO;

    Sum(SumKey key) {
        this.key = key;
    }

    void add(BigDecimal amount, Source source) {
        value = value.add(amount);
        sources.add(source);
    }

    SumKey key() {
        return key;
    }

    List<Source> sources() {
        return sources;
    }

    BigDecimal value() {
        return value;
    }

    /** As documents have it. */
    String text() {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** The customer numbers that it is the sum of. */
    List<String> accounts() {
        TreeSet<String> numbers = new TreeSet<>();
        sources.stream().map(Source::account).filter(a -> !a.isEmpty()).forEach(numbers::add);
        return List.copyOf(numbers);
    }
}
