package io.greenpark.lab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A table of figures, declared column by column and printed as plain text or as Markdown. */
public final class TextTable<R> {
    private static final String MISSING = "-";

    private final List<Column<R>> columns = new ArrayList<>();

    /** @param width of the column in plain text; negative for one that is aligned to the left */
    private record Column<R>(String heading, int width, Function<R, String> cell) {
        boolean left() {
            return width <= 0;
        }

        String padded(String text) {
            String blanks = " ".repeat(Math.max(0, Math.abs(width) - text.length()));
            return left() ? text + blanks : blanks + text;
        }
    }

    /** A column of words, aligned to the left; the last one of a table may have the width 0. */
    public TextTable<R> words(String heading, int width, Function<R, String> value) {
        columns.add(new Column<>(heading, -width, value));
        return this;
    }

    /**
     * A column of figures.
     *
     * @param format of {@link String#format}, without the width
     * @param value null where there is none, which prints as a dash
     */
    public TextTable<R> figure(String heading, int width, String format, Function<R, @Nullable ?> value) {
        columns.add(new Column<>(heading, width, row -> {
            Object figure = value.apply(row);
            return figure == null ? MISSING : String.format(Locale.ROOT, format, figure);
        }));
        return this;
    }

    /** A column of whole numbers. */
    public TextTable<R> count(String heading, int width, ToLongFunction<R> value) {
        return figure(heading, width, "%,d", value::applyAsLong);
    }

    /** A column of whole numbers that are measured, not counted. */
    public TextTable<R> rate(String heading, int width, ToDoubleFunction<R> value) {
        return figure(heading, width, "%,.0f", value::applyAsDouble);
    }

    /** A column of numbers with so many decimals. */
    public TextTable<R> decimal(String heading, int width, int decimals, ToDoubleFunction<R> value) {
        return figure(heading, width, "%." + decimals + "f", value::applyAsDouble);
    }

    /** A line of headings and one per row, an empty line before them. */
    public String plain(List<R> rows) {
        StringBuilder text = new StringBuilder(System.lineSeparator());
        plainLine(text, Column::heading);
        rows.forEach(row -> plainLine(text, column -> column.cell().apply(row)));
        return text.toString();
    }

    private void plainLine(StringBuilder text, Function<Column<R>, String> cell) {
        for (int i = 0; i < columns.size(); i++) {
            Column<R> column = columns.get(i);
            // Words behind figures stand apart from them.
            boolean apart = i > 0 && column.left() && !columns.get(i - 1).left();
            text.append(i == 0 ? "" : apart ? "  " : " ").append(column.padded(cell.apply(column)));
        }
        text.append(System.lineSeparator());
    }

    /** The same as a Markdown table. */
    public String markdown(List<R> rows) {
        StringBuilder text = new StringBuilder();
        markdownLine(text, Column::heading);
        markdownLine(text, column -> column.left() ? "---" : "---:");
        rows.forEach(row -> markdownLine(text, column -> column.cell().apply(row)));
        return text.toString();
    }

    private void markdownLine(StringBuilder text, Function<Column<R>, String> cell) {
        text.append('|');
        columns.forEach(column -> text.append(' ').append(cell.apply(column)).append(" |"));
        text.append('\n');
    }
}
