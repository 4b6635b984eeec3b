package io.greenpark.sheets.layout;

import io.greenpark.sheets.cell.CellAddress;
import io.greenpark.sheets.cell.Sheet;
import io.greenpark.sheets.figure.Plain;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a sheet is laid out.
 *
 * @param firstRow the first row of its header, from 0
 * @param lastRow the last one
 * @param columns those with a heading, from the left
 * @param title what stands above the header, the sheet's name first
 */
public record Layout(Sheet sheet, int firstRow, int lastRow, List<Column> columns, List<String> title) {
    private static final int LENGTH = 32;

    public Layout {
        columns = List.copyOf(columns);
        title = List.copyOf(title);
    }

    /**
     * A column.
     *
     * @param at from 0
     */
    public record Column(int at, Heading heading) {}

    /** The keys of its columns, each once. */
    public List<String> keys() {
        return columns.stream().map(c -> c.heading().key()).distinct().toList();
    }

    /** The address of the lowest cell of a column's heading. */
    public String address(Column column) {
        return new CellAddress(lastRow, column.at()).toString();
    }

    /** What makes sheets of one source alike: the headings whatever their months, and figure and unit of the title. */
    public String fingerprint() {
        String words = String.join("\n", new TreeSet<>(keys())) + "\n\n" + Guess.titleFigure(title) + "\n"
                + Guess.titleUnit(title);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The year that the sheet's name, else the words above the header name; null where they name none, or several. */
    public @Nullable Integer titleYear() {
        return titleWords().map(MonthWords::year).orElse(null);
    }

    /** The month of that year; null where the words name none, or several. */
    public @Nullable Integer titleMonth() {
        return titleWords()
                .filter(w -> w.first() != null && w.first().equals(w.last()))
                .map(MonthWords::first)
                .orElse(null);
    }

    private Optional<MonthWords> titleWords() {
        List<MonthWords> named = title.stream()
                .map(Plain::of)
                .map(MonthWords::of)
                .filter(w -> w.year() != null)
                .toList();
        return named.stream().filter(w -> w.first() != null).findFirst().or(() -> named.stream()
                .findFirst());
    }
}
