package io.greenpark.sheets.read;

import io.greenpark.sheets.cell.CellAddress;
import io.greenpark.sheets.cell.CellRange;
import io.greenpark.sheets.cell.Sheet;
import io.greenpark.sheets.cell.Sheet.Row;
import io.greenpark.sheets.cell.SheetCell;
import io.greenpark.sheets.cell.SheetCell.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads one sheet of a workbook. Cells that only have a colour are not there. */
final class XlsxSheet {
    private final String name;
    private final SharedTexts texts;
    private final CellStyles styles;
    private final boolean since1904;
    private final CellCount count;
    private final SortedMap<Integer, SortedMap<Integer, SheetCell>> rows = new TreeMap<>();
    private final List<CellRange> merged = new ArrayList<>();
    private int row = -1;
    private int column = -1;

    XlsxSheet(String name, SharedTexts texts, CellStyles styles, boolean since1904, CellCount count) {
        this.name = name;
        this.texts = texts;
        this.styles = styles;
        this.since1904 = since1904;
        this.count = count;
    }

    Sheet read(XMLStreamReader xml) throws XMLStreamException, RefusedFile {
        while (XlsxParts.nextElement(xml)) {
            switch (xml.getLocalName()) {
                case "row" -> beginRow(xml);
                case "c" -> cell(xml);
                case "mergeCell" -> merge(xml);
                default -> {
                    // How it looks.
                }
            }
        }
        SortedMap<Integer, Row> read = new TreeMap<>();
        rows.forEach((number, cells) -> read.put(number, new Row(number, cells)));
        return new Sheet(name, read, merged);
    }

    /** Where a row or cell does not say where it is, it follows the one before. */
    private void beginRow(XMLStreamReader xml) {
        String number = xml.getAttributeValue(null, "r");
        row = number == null ? row + 1 : Integer.parseInt(number) - 1;
        column = -1;
    }

    private void cell(XMLStreamReader xml) throws XMLStreamException, RefusedFile {
        String address = xml.getAttributeValue(null, "r");
        CellAddress at = address == null ? new CellAddress(row, column + 1) : CellAddress.of(address);
        row = at.row();
        column = at.column();
        SheetCell cell = content(xml);
        if (cell == null || cell.blank()) {
            return;
        }
        count.add();
        if (row >= Bounds.MOST_ROWS) {
            throw new RefusedFile(ReadMessages.tooManyRows(name));
        }
        if (column >= Bounds.MOST_COLUMNS) {
            throw new RefusedFile(ReadMessages.tooManyColumns(name, at.toString()));
        }
        rows.computeIfAbsent(row, r -> new TreeMap<>()).put(column, cell);
    }

    private @Nullable SheetCell content(XMLStreamReader xml) throws XMLStreamException, RefusedFile {
        String type = xml.getAttributeValue(null, "t");
        String style = xml.getAttributeValue(null, "s");
        String value = null;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("v")) {
                    value = xml.getElementText();
                } else if (xml.getLocalName().equals("is")) {
                    return SheetCell.text(SharedTexts.text(xml, "is").strip());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("c")) {
                return value == null || value.isEmpty() ? null : cell(type == null ? "n" : type, style, value);
            }
        }
        throw new RefusedFile(ReadMessages.brokenWorkbook());
    }

    private SheetCell cell(String type, @Nullable String style, String value) throws RefusedFile {
        return switch (type) {
            case "s" -> SheetCell.text(texts.get(value).strip());
            case "b" -> new SheetCell(Kind.TRUTH, value.strip().equals("1") ? "true" : "false");
            case "e" -> new SheetCell(Kind.ERROR, value);
            case "n" -> number(style, value);
            case "d" -> new SheetCell(Kind.TIME, value);
            default -> SheetCell.text(value.strip());
        };
    }

    private SheetCell number(@Nullable String style, String value) {
        return styles.isTime(style)
                ? new SheetCell(Kind.TIME, SheetNumbers.time(value, since1904))
                : new SheetCell(Kind.NUMBER, SheetNumbers.plain(value));
    }

    private void merge(XMLStreamReader xml) {
        String range = xml.getAttributeValue(null, "ref");
        int colon = range == null ? -1 : range.indexOf(':');
        if (range != null && colon > 0) {
            merged.add(new CellRange(
                    CellAddress.of(range.substring(0, colon)), CellAddress.of(range.substring(colon + 1))));
        }
    }
}
