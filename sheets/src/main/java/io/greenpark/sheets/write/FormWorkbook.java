package io.greenpark.sheets.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.sheets.column.Choices;
import io.greenpark.sheets.column.ColumnType;
import io.greenpark.sheets.column.Referring;
import io.greenpark.sheets.form.Documents;
import io.greenpark.sheets.form.FormColumn;
import io.greenpark.sheets.form.SheetForm;
import io.greenpark.sheets.form.SheetKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of a kind's forms: what to write stands in both languages in every sheet and on one of its own. */
public final class FormWorkbook {
    private static final String LISTS = "lists";

    private final SheetKind kind;
    private final List<SheetForm> forms;
    private final Documents documents;

    /**
     * A workbook.
     *
     * @param zone whose clocks times are written by
     * @param documents what somebody sees
     */
    public FormWorkbook(SheetKind kind, ZoneId zone, Documents documents) {
        this.kind = kind;
        this.forms = kind.forms(zone);
        this.documents = documents;
    }

    /** Without rows; the parks there are can be chosen. */
    public byte[] template() {
        return write(k -> new TreeMap<>());
    }

    /** With a row for everything there is. */
    public byte[] export() {
        return write(documents);
    }

    private byte[] write(Documents rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Greenpark", null)) {
            List<Worksheet> sheets = forms.stream()
                    .map(form -> workbook.newWorksheet(form.tab()))
                    .toList();
            NotesSheet.write(workbook.newWorksheet(NotesSheet.TAB), kind, forms);
            Map<FormColumn, Range> lists = lists(workbook.newWorksheet(LISTS));
            for (int i = 0; i < forms.size(); i++) {
                FormSheet sheet = new FormSheet(sheets.get(i), forms.get(i));
                sheet.write(FormRows.of(forms.get(i), rows), lists);
                sheets.get(i).close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Map<FormColumn, Range> lists(Worksheet sheet) {
        Map<FormColumn, Range> ranges = new HashMap<>();
        Map<List<String>, Range> written = new HashMap<>();
        for (SheetForm form : forms) {
            for (FormColumn column : form.columns()) {
                List<String> choices = choices(column.type());
                if (!choices.isEmpty()) {
                    ranges.put(column, written.computeIfAbsent(choices, c -> list(sheet, written.size(), c)));
                }
            }
        }
        sheet.setVisibilityState(VisibilityState.HIDDEN);
        return ranges;
    }

    private static Range list(Worksheet sheet, int column, List<String> choices) {
        for (int row = 0; row < choices.size(); row++) {
            sheet.value(row, column, choices.get(row));
        }
        return sheet.range(0, column, choices.size() - 1, column);
    }

    private List<String> choices(ColumnType type) {
        if (!(type instanceof Referring to) || to.kind() != DocumentKind.PARK) {
            return type.choices();
        }
        SortedMap<String, ObjectNode> parks = documents.of(DocumentKind.PARK);
        List<String> shown = new ArrayList<>();
        parks.forEach((id, park) -> shown.addAll(Choices.of()
                .with(id, park.at("/name/zh").asText(), park.at("/name/en").asText())
                .choices()));
        return shown;
    }
}
