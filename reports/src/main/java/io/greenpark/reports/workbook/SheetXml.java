package io.greenpark.reports.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One sheet, written from the top down; rows and columns count from 1 and 0, as spreadsheets name them and arrays do. */
final class SheetXml {
    private static final int LETTERS = 26;

    private final String name;
    private final StringBuilder rows = new StringBuilder();
    private final List<Integer> widths = new ArrayList<>();
    private int row;

    SheetXml(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Begins the next row. */
    void next() {
        if (row > 0) {
            rows.append("</row>");
        }
        row++;
        rows.append("<row r=\"").append(row).append("\">");
    }

    int row() {
        return row;
    }

    /** What a cell is called. */
    static String address(int column, int row) {
        StringBuilder letters = new StringBuilder();
        for (int c = column + 1; c > 0; c = (c - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (c - 1) % LETTERS));
        }
        return letters.append(row).toString();
    }

    private StringBuilder cell(int column, int style) {
        return rows.append("<c r=\"")
                .append(address(column, row))
                .append("\" s=\"")
                .append(style)
                .append('"');
    }

    void text(int column, String text, int style) {
        cell(column, style)
                .append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                .append(escaped(text))
                .append("</t></is></c>");
    }

    /** @param formula what computes it; the figure is what it comes to, for readers that do not compute */
    void figure(int column, BigDecimal value, @Nullable String formula, int style) {
        cell(column, style).append('>');
        if (formula != null) {
            rows.append("<f>").append(escaped(formula)).append("</f>");
        }
        rows.append("<v>").append(value.toPlainString()).append("</v></c>");
    }

    void blank(int column, int style) {
        cell(column, style).append("/>");
    }

    /** Makes a column so wide at least, in letters. */
    void widen(int column, int letters) {
        while (widths.size() <= column) {
            widths.add(0);
        }
        widths.set(column, Math.max(widths.get(column), letters));
    }

    String xml() {
        StringBuilder columns = new StringBuilder();
        for (int c = 0; c < widths.size(); c++) {
            columns.append("<col min=\"%d\" max=\"%d\" width=\"%d\" customWidth=\"1\"/>"
                    .formatted(c + 1, c + 1, widths.get(c)));
        }
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                + "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
                + (widths.isEmpty() ? "" : "<cols>" + columns + "</cols>")
                + "<sheetData>" + rows + (row > 0 ? "</row>" : "") + "</sheetData>"
                + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/></worksheet>";
    }

    /** What XML cannot hold is left out; a registry may have it from anywhere. */
    static String escaped(String text) {
        return text.codePoints()
                .filter(c -> c >= 0x20 && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF)
                        || c == '\n'
                        || c == '\t')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
