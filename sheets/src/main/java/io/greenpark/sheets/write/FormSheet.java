package io.greenpark.sheets.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.sheets.form.FormColumn;
import io.greenpark.sheets.form.SheetForm;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes one form: its title, what to write in each column, the header, rows, and room for some more with their lists. */
final class FormSheet {
    private static final int NOTES = 1;
    private static final int HEADER = 2;
    private static final int ROOM = 500;
    private static final int WIDTH = 20;
    private static final int NARROW = 14;
    private static final int HEADER_HEIGHT = 32;
    private static final int NOTES_HEIGHT = 78;
    private static final String NEEDED = "FFF2CC";
    private static final String OTHER = "E2EFDA";

    /** What spreadsheets keep of a number; a longer one is a text. */
    private static final int EXACT_DIGITS = 15;

    private final Worksheet sheet;
    private final SheetForm form;

    FormSheet(Worksheet sheet, SheetForm form) {
        this.sheet = sheet;
        this.form = form;
    }

    void write(List<List<@Nullable JsonNode>> rows, Map<FormColumn, Range> lists) {
        sheet.value(0, 0, form.title().zh() + " / " + form.title().en() + "　* 必填 required");
        sheet.style(0, 0).bold().set();
        sheet.rowHeight(NOTES, NOTES_HEIGHT);
        sheet.rowHeight(HEADER, HEADER_HEIGHT);
        int last = HEADER + rows.size() + ROOM;
        for (int c = 0; c < form.columns().size(); c++) {
            header(c, form.columns().get(c));
            Range list = lists.get(form.columns().get(c));
            Range cells = sheet.range(HEADER + 1, c, last, c);
            if (list != null) {
                cells.validateWithList(list).allowBlank(true).showErrorMessage(false);
            }
            if (!form.columns().get(c).type().numeric()) {
                // As text, or a spreadsheet makes numbers and dates of ids that look like some.
                cells.style().format("@").set();
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            row(HEADER + 1 + r, rows.get(r));
        }
        sheet.freezePane(1, HEADER + 1);
        sheet.repeatRows(HEADER);
        sheet.pageOrientation("landscape");
    }

    private void header(int c, FormColumn column) {
        sheet.value(NOTES, c, column.advice().zh() + "\n" + column.advice().en());
        sheet.style(NOTES, c)
                .fontSize(8)
                .wrapText(true)
                .verticalAlignment("top")
                .set();
        sheet.value(HEADER, c, column.shown());
        sheet.style(HEADER, c)
                .bold()
                .wrapText(true)
                .fillColor(column.required() ? NEEDED : OTHER)
                .set();
        sheet.width(c, column.type().numeric() ? NARROW : WIDTH);
    }

    private void row(int r, List<@Nullable JsonNode> values) {
        for (int c = 0; c < values.size(); c++) {
            JsonNode value = values.get(c);
            if (value != null) {
                value(r, c, form.columns().get(c), value);
            }
        }
    }

    private void value(int r, int c, FormColumn column, JsonNode value) {
        String text = column.type().write(value);
        if (column.type().numeric() && text.matches("-?[0-9]+([.][0-9]+)?")) {
            BigDecimal number = new BigDecimal(text);
            if (number.precision() <= EXACT_DIGITS && number.scale() <= EXACT_DIGITS) {
                sheet.value(r, c, number);
                return;
            }
        }
        sheet.value(r, c, text);
    }
}
