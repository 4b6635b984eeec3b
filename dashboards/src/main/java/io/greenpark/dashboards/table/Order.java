package io.greenpark.dashboards.table;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An order of rows by one column; what is not known comes last, whichever way. Words go by the order of their language.
 *
 * @param column code of the column
 */
public record Order(String column, boolean descending) {
    /** Compares what stands in the column. */
    Comparator<@Nullable Cell> cells(Locale language) {
        Collator collator = Collator.getInstance(language);
        Comparator<Cell> known = (a, b) -> compare(a, b, language, collator);
        Comparator<Cell> directed = descending ? known.reversed() : known;
        return (a, b) -> a == null || b == null ? Boolean.compare(a == null, b == null) : directed.compare(a, b);
    }

    private static int compare(Cell a, Cell b, Locale language, Collator collator) {
        if (a instanceof Cell.Number x && b instanceof Cell.Number y) {
            return x.value().compareTo(y.value());
        }
        if (a instanceof Cell.Day x && b instanceof Cell.Day y) {
            return x.day().compareTo(y.day());
        }
        if (a instanceof Cell.Time x && b instanceof Cell.Time y) {
            return x.at().compareTo(y.at());
        }
        return collator.compare(a.text(language), b.text(language));
    }
}
