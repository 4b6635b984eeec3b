package io.greenpark.paper.pdf;

import io.greenpark.paper.Block.Column;
import io.greenpark.paper.Block.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Tables, with their heads on every page. */
final class TablePrinter {
    private static final float LINE = Look.CELL * Look.LEADING;

    private final Sheets sheets;
    private final Lines lines;
    private final PaperFont font;

    TablePrinter(Sheets sheets, Lines lines, PaperFont font) {
        this.sheets = sheets;
        this.lines = lines;
        this.font = font;
    }

    void print(Table table) throws IOException {
        float[] widths = widths(table.columns());
        List<List<String>> head =
                broken(table.columns().stream().map(Column::title).toList(), widths);
        sheets.require(height(head) + 3 * LINE);
        head(head, table.columns(), widths);
        for (List<String> row : table.rows()) {
            row(broken(row, widths), head, table.columns(), widths);
        }
        sheets.down(6);
    }

    private float[] widths(List<Column> columns) {
        int all = columns.stream().mapToInt(Column::weight).sum();
        float[] widths = new float[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = sheets.width() * columns.get(i).weight() / all;
        }
        return widths;
    }

    private List<List<String>> broken(List<String> cells, float[] widths) {
        List<List<String>> broken = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            broken.add(lines.of(cells.get(i), Look.CELL, widths[i] - 2 * Look.CELL_PADDING));
        }
        return broken;
    }

    private static int longest(List<List<String>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(1);
    }

    private static float height(List<List<String>> cells) {
        return longest(cells) * LINE + Look.CELL_PADDING;
    }

    private void head(List<List<String>> cells, List<Column> columns, float[] widths) throws IOException {
        sheets.area(Look.MARGIN, sheets.y() - height(cells), sheets.width(), height(cells), Look.SHADE);
        cells(cells, columns, widths, 0, longest(cells), true);
    }

    /** A row stays together where a page holds it, and goes on over pages where none does. */
    private void row(List<List<String>> cells, List<List<String>> head, List<Column> columns, float[] widths)
            throws IOException {
        int all = longest(cells);
        boolean fitsNone = height(cells) > Sheets.wholeRoom() - height(head);
        if (!fitsNone && sheets.room() < height(cells)) {
            goOn(head, columns, widths);
        }
        int done = 0;
        while (done < all) {
            int fit = (int) ((sheets.room() - Look.CELL_PADDING) / LINE);
            if (fit < 1) {
                goOn(head, columns, widths);
                continue;
            }
            int now = Math.min(all - done, fit);
            cells(cells, columns, widths, done, now, false);
            done += now;
        }
    }

    private void goOn(List<List<String>> head, List<Column> columns, float[] widths) throws IOException {
        sheets.next();
        head(head, columns, widths);
    }

    /** Some lines of each cell, with the rule below them. */
    private void cells(
            List<List<String>> cells, List<Column> columns, float[] widths, int first, int count, boolean bold)
            throws IOException {
        float x = Look.MARGIN;
        for (int i = 0; i < widths.length; i++) {
            List<String> own = cells.get(i);
            for (int n = first; n < Math.min(first + count, own.size()); n++) {
                String line = own.get(n);
                float left = columns.get(i).figures()
                        ? x + widths[i] - Look.CELL_PADDING - font.width(line, Look.CELL)
                        : x + Look.CELL_PADDING;
                float foot = sheets.y() - Look.CELL_PADDING / 2 - (n - first + 1) * LINE + Look.CELL * 0.35f;
                sheets.text(line, left, foot, Look.CELL, Look.INK, bold);
            }
            x += widths[i];
        }
        sheets.down(count * LINE + Look.CELL_PADDING);
        sheets.rule(Look.MARGIN, sheets.y(), Look.MARGIN + sheets.width(), sheets.y(), Look.RULE, 0.5f);
    }
}
