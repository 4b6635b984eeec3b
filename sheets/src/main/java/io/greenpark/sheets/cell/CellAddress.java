package io.greenpark.sheets.cell;

/**
 * Where a cell is.
 *
 * @param row from 0
 * @param column from 0
 */
public record CellAddress(int row, int column) {
    private static final int LETTERS = 26;

    /** As spreadsheets show it: {@code B12}. */
    @Override
    public String toString() {
        return letters(column) + (row + 1);
    }

    /** The letters of a column. */
    public static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % LETTERS));
        return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
    }

    /**
     * Reads {@code B12}.
     *
     * @throws NumberFormatException if it is none
     */
    public static CellAddress of(String text) {
        int column = 0;
        int at = 0;
        while (at < text.length() && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z') {
            column = Math.addExact(Math.multiplyExact(column, LETTERS), text.charAt(at) - 'A' + 1);
            at++;
        }
        int row = Integer.parseInt(text.substring(at));
        if (column == 0 || row < 1) {
            throw new NumberFormatException(text);
        }
        return new CellAddress(row - 1, column - 1);
    }
}
