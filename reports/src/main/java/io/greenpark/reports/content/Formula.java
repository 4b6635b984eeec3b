package io.greenpark.reports.content;

/**
 * How a workbook computes a figure of others of the same table.
 *
 * @param text a formula as spreadsheets write it, in which <code>{tce}</code> is the cell of that column in the same row
 * @param ofColumn whether it is a sum of its own column over all rows above it, and the text is not used
 */
public record Formula(String text, boolean ofColumn) {
    private static final Formula SUM = new Formula("", true);

    /** Of other cells of the row. */
    public static Formula ofRow(String text) {
        return new Formula(text, false);
    }

    /** The sum of all rows above. */
    public static Formula sum() {
        return SUM;
    }
}
