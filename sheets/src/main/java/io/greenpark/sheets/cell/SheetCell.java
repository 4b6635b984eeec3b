package io.greenpark.sheets.cell;

/**
 * What stands in a cell.
 *
 * @param kind as what the file holds it
 * @param text as it is read: numbers with a point and without groups, times as {@code 2026-01-31} or {@code 2026-01-31T08:00:00},
 *     truths as {@code true} and {@code false}
 */
public record SheetCell(Kind kind, String text) {
    /** What a file holds a cell as. CSV has texts only. */
    public enum Kind {
        TEXT,
        NUMBER,
        /** A number that the workbook shows as a date or time. */
        TIME,
        TRUTH,
        /** What a formula came to that could not be computed, such as {@code #N/A}. */
        ERROR
    }

    /** A text. */
    public static SheetCell text(String text) {
        return new SheetCell(Kind.TEXT, text);
    }

    /** Whether nothing can be seen in it. */
    public boolean blank() {
        return text.isBlank();
    }
}
