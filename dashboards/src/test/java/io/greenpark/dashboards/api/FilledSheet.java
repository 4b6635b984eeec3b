package io.greenpark.dashboards.api;

import io.greenpark.sheets.cell.CellAddress;
import io.greenpark.sheets.form.FormColumn;
import io.greenpark.sheets.form.SheetForm;
import io.greenpark.sheets.form.SheetKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A template as somebody fills it in, wrongly too. Headings stand in row 3, rows begin at row 4. */
final class FilledSheet {
    static final int FIRST_ROW = 4;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int HEADER = 2;

    private final Map<SheetForm, List<Map<String, String>>> rows = new LinkedHashMap<>();
    private final Map<String, String> cells = new HashMap<>();
    private final Map<String, String> merged = new HashMap<>();
    private final List<SheetForm> forms;

    FilledSheet(SheetKind kind) {
        this.forms = kind.forms(ZONE);
    }

    private SheetForm form(String code) {
        return forms.stream().filter(f -> f.code().equals(code)).findFirst().orElseThrow();
    }

    /** A row by paths of columns, {@code path, value, path, value ...}; its number as spreadsheets count. */
    int row(String form, String... values) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            row.put(values[i], values[i + 1]);
        }
        List<Map<String, String>> all = rows.computeIfAbsent(form(form), f -> new ArrayList<>());
        all.add(row);
        return FIRST_ROW + all.size() - 1;
    }

    /** The address of a cell. */
    String address(String form, String path, int row) {
        List<FormColumn> columns = form(form).columns();
        for (int c = 0; c < columns.size(); c++) {
            if (columns.get(c).path().equals(path)) {
                return CellAddress.letters(c) + row;
            }
        }
        throw new IllegalArgumentException(path);
    }

    /** Writes something else into a cell; its address. */
    String spoil(String form, String path, int row, String text) {
        String address = address(form, path, row);
        cells.put(form + "!" + address, text);
        return address;
    }

    /** Merges a heading with the one right of it. */
    String mergeHeading(String form, String path) {
        String address = address(form, path, HEADER + 1);
        merged.put(form, address);
        int column = CellAddress.of(address).column();
        return address + ":" + CellAddress.letters(column + 1) + (HEADER + 1);
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Greenpark", null)) {
            rows.forEach((form, all) -> write(workbook.newWorksheet(form.tab()), form, all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void write(Worksheet sheet, SheetForm form, List<Map<String, String>> all) {
        for (int c = 0; c < form.columns().size(); c++) {
            FormColumn column = form.columns().get(c);
            sheet.value(HEADER, c, column.shown());
            for (int r = 0; r < all.size(); r++) {
                value(
                        sheet,
                        HEADER + 1 + r,
                        c,
                        all.get(r).get(column.path()),
                        column.type().numeric());
            }
        }
        cells.forEach((at, text) -> {
            if (at.startsWith(form.code() + "!")) {
                var address = CellAddress.of(at.substring(at.indexOf('!') + 1));
                sheet.value(address.row(), address.column(), text);
            }
        });
        String merge = merged.get(form.code());
        if (merge != null) {
            int column = CellAddress.of(merge).column();
            sheet.value(HEADER, column + 1, (String) null);
            sheet.range(HEADER, column, HEADER, column + 1).merge();
        }
    }

    private static void value(Worksheet sheet, int row, int column, String text, boolean numeric) {
        if (text != null && numeric) {
            sheet.value(row, column, new BigDecimal(text));
        } else if (text != null) {
            sheet.value(row, column, text);
        }
    }
}
