package io.greenpark.dashboards.table;

import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param code its name in requests, as the answer in JSON names the value, with a dot where that stands inside of another
 * @param heading with the unit, as people read it
 * @param numberFormat how a spreadsheet shows its numbers, in the notation of spreadsheets; null for none
 * @param places most digits after the point that a file has of a number: some more than are shown, for whoever computes on
 * @param value what a row has there; null where it is not known
 */
public record Column<T>(
        String code, Bilingual heading, @Nullable String numberFormat, int places, Function<T, @Nullable Cell> value) {
    private static final int FURTHER_PLACES = 2;
    private static final int PERCENT_PLACES = 3;
    /** What a share may lack by the arithmetic of computers. */
    private static final BigDecimal NEARLY = new BigDecimal("0.000000001");

    private static final int SIGNIFICANT_DIGITS = 6;

    /** A column of names, words or codes. */
    public static <T> Column<T> text(String code, Bilingual heading, Function<T, @Nullable Cell> value) {
        return new Column<>(code, heading, null, 0, value);
    }

    /** A column of numbers with so many digits after the point. */
    public static <T> Column<T> number(String code, Bilingual heading, int digits, Function<T, @Nullable Cell> value) {
        return new Column<>(
                code, heading, "#,##0" + (digits == 0 ? "" : "." + "0".repeat(digits)), digits + FURTHER_PLACES, value);
    }

    /** A column of shares of 0 to 1, shown in percent: cut to a tenth, as everywhere, so that 99.96 % does not read as 100 %. */
    public static <T> Column<T> share(String code, Bilingual heading, Function<T, @Nullable Cell> value) {
        return new Column<>(code, heading, "0.0%", PERCENT_PLACES, row -> cut(value.apply(row)));
    }

    private static @Nullable Cell cut(@Nullable Cell cell) {
        return cell instanceof Cell.Number number && number.value().scale() > PERCENT_PLACES
                ? new Cell.Number(number.value().add(NEARLY).setScale(PERCENT_PLACES, RoundingMode.DOWN))
                : cell;
    }

    /** What a row has there, as a file has it: of a small number six digits are kept, wherever they stand. */
    public @Nullable Cell inFile(T row) {
        Cell cell = value.apply(row);
        return cell instanceof Cell.Number number ? new Cell.Number(rounded(number.value())) : cell;
    }

    private BigDecimal rounded(BigDecimal exact) {
        int kept = Math.max(places, exact.scale() - exact.precision() + SIGNIFICANT_DIGITS);
        return exact.scale() > kept ? exact.setScale(kept, RoundingMode.HALF_UP) : exact;
    }
}
