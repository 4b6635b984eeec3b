package io.greenpark.dashboards.table;

import io.greenpark.park.text.Bilingual;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param code its name in requests, as the answer in JSON names the value, with a dot where that stands inside of another
 * @param heading with the unit, as people read it
 * @param numberFormat how a spreadsheet shows its numbers, in the notation of spreadsheets; null for none
 * @param value what a row has there; null where it is not known
 */
public record Column<T>(
        String code, Bilingual heading, @Nullable String numberFormat, Function<T, @Nullable Cell> value) {
    /** A column of names, words or codes. */
    public static <T> Column<T> text(String code, Bilingual heading, Function<T, @Nullable Cell> value) {
        return new Column<>(code, heading, null, value);
    }

    /** A column of numbers with so many digits after the point. */
    public static <T> Column<T> number(String code, Bilingual heading, int digits, Function<T, @Nullable Cell> value) {
        return new Column<>(code, heading, "#,##0" + (digits == 0 ? "" : "." + "0".repeat(digits)), value);
    }

    /** A column of shares of 0 to 1, shown in percent. */
    public static <T> Column<T> share(String code, Bilingual heading, Function<T, @Nullable Cell> value) {
        return new Column<>(code, heading, "0.0%", value);
    }
}
