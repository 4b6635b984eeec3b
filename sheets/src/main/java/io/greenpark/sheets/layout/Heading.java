package io.greenpark.sheets.layout;

import io.greenpark.sheets.figure.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands above a column, all rows of the header together.
 *
 * @param key by which the column is known again whatever its month: {@code 用电量(万千瓦时)|{月}}
 * @param shown as people read it
 * @param year null where it names none
 * @param first the month, 1..12, or the first one of several; null where it names none
 * @param last the last one
 * @param total whether it says to be a sum of others
 */
public record Heading(
        String key,
        String shown,
        @Nullable Integer year,
        @Nullable Integer first,
        @Nullable Integer last,
        boolean total) {
    /** Stands in keys for a month. */
    static final String MONTH = "{月}";

    /** Stands in keys for several months together. */
    private static final String MONTHS = "{月至月}";

    private static final String BETWEEN = "|";
    private static final Pattern TOTAL =
            Pattern.compile(".*(合计|小计|总计|共计|累计|全年|年计)(\\(.*\\))?|(sub|grand)?total|sum|年度?|1-本月");
    private static final Pattern MONTH_NUMBER = Pattern.compile("0?[1-9]|1[0-2]");

    /** The heading of words one below the other. */
    static Heading of(List<String> words) {
        Integer year = null;
        Integer first = null;
        Integer last = null;
        boolean total = false;
        List<String> rest = new ArrayList<>();
        for (String said : words) {
            String plain = Plain.of(said);
            boolean bare =
                    year != null && first == null && MONTH_NUMBER.matcher(plain).matches();
            MonthWords named = bare
                    ? new MonthWords(null, Integer.valueOf(plain), Integer.valueOf(plain), "")
                    : MonthWords.of(plain);
            year = named.year() == null ? year : named.year();
            first = named.first() == null ? first : named.first();
            last = named.last() == null ? last : named.last();
            total |= TOTAL.matcher(named.rest()).matches();
            if (!named.rest().isEmpty()) {
                rest.add(named.rest());
            }
        }
        if (first != null && !total) {
            rest.add(first.equals(last) ? MONTH : MONTHS);
        }
        return new Heading(String.join(BETWEEN, rest), String.join(" / ", words), year, first, last, total);
    }

    /** What a cell of a column with months names. */
    public static Heading ofCell(String text) {
        return of(List.of(text));
    }

    Heading numbered(int n) {
        return new Heading(key + "#" + n, shown, year, first, last, total);
    }

    /** Whether it names a month, or several. */
    public boolean monthly() {
        return first != null && !total;
    }
}
