package io.greenpark.sheets.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Withheld;
import io.greenpark.park.text.Bilingual;
import io.greenpark.sheets.cell.CellAddress;
import io.greenpark.sheets.cell.Sheet;
import io.greenpark.sheets.cell.SheetCell;
import io.greenpark.sheets.column.CellValue;
import io.greenpark.sheets.column.Referring;
import io.greenpark.sheets.form.Fields;
import io.greenpark.sheets.form.FormColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the cells of rows of one sheet, each as its column says. */
final class RowReader {
    private final Header header;
    private final Known known;
    private final Consumer<CellFault> faults;
    private int told;

    RowReader(Header header, Known known, Consumer<CellFault> faults) {
        this.header = header;
        this.known = known;
        this.faults = fault -> {
            told++;
            faults.accept(fault);
        };
    }

    /**
     * What the cells of a row say.
     *
     * @param values by column; null where the cell is empty. Columns whose cells are at fault are not among them
     * @param empty the columns that new things need and whose cells are empty
     * @param sound whether none is at fault
     */
    record Values(Map<FormColumn, @Nullable JsonNode> values, List<FormColumn> empty, boolean sound) {
        @Nullable
        JsonNode get(String path) {
            for (Map.Entry<FormColumn, @Nullable JsonNode> each : values.entrySet()) {
                if (each.getKey().path().equals(path)) {
                    return each.getValue();
                }
            }
            return null;
        }

        /** The text of a column; null where there is none. */
        @Nullable
        String text(String path) {
            JsonNode value = get(path);
            return value == null ? null : value.asText();
        }
    }

    Values read(Sheet.Row row) {
        int before = told;
        Map<FormColumn, @Nullable JsonNode> values = new LinkedHashMap<>();
        List<FormColumn> empty = new ArrayList<>();
        header.columns().forEach((at, column) -> {
            SheetCell cell = row.cell(at);
            if (cell == null || cell.blank()) {
                if (column.required()) {
                    empty.add(column);
                } else {
                    values.put(column, null);
                }
                return;
            }
            JsonNode value = value(row.number(), at, column, cell);
            if (value != null) {
                values.put(column, value);
            }
        });
        return new Values(values, empty, told == before);
    }

    private @Nullable JsonNode value(int row, int at, FormColumn column, SheetCell cell) {
        if (cell.text().equals(Withheld.MASK)
                && Withheld.fields(header.form().kind()).containsKey(column.path())) {
            return TextNode.valueOf(Withheld.MASK);
        }
        CellValue read = column.type().read(cell);
        if (read instanceof CellValue.Fault fault) {
            fault(row, at, cell.text(), fault.allowed(), fault.toDo());
            return null;
        }
        JsonNode value = ((CellValue.Value) read).node();
        if (!(column.type() instanceof Referring to)) {
            return value;
        }
        String id = known.id(to.kind(), value.asText());
        if (id == null) {
            fault(row, at, cell.text(), to.allowed(), known.whyNot(to.kind(), cell.text()));
        }
        return id == null ? null : TextNode.valueOf(id);
    }

    /**
     * Tells what is missing, but for what the document that is there does not have either; whether nothing is.
     *
     * @param key null where the cells do not tell
     */
    boolean complete(int row, Values values, @Nullable DocumentKey key) {
        String dated = header.form().dated();
        ObjectNode whole = key == null ? null : present(key);
        JsonNode there = whole == null || dated == null
                ? whole
                : whole.path(dated).path(String.valueOf(values.text(FormColumn.DATED)));
        boolean complete = true;
        for (FormColumn column : values.empty()) {
            boolean never = (column.dated() ? there : whole) instanceof ObjectNode part
                    && !column.path().equals(FormColumn.DATED)
                    && Fields.get(part, column) == null;
            if (!never) {
                complete = false;
                reportEmpty(row, column);
            }
        }
        return complete;
    }

    private void reportEmpty(int row, FormColumn column) {
        fault(row, column.path(), column.advice(), IntakeMessages.missing(column));
    }

    /** Which document a row is; null where its cells do not tell. */
    @Nullable
    DocumentKey key(Values values) {
        DocumentKind kind = header.form().kind();
        String id = values.text(FormColumn.ID);
        if (kind == DocumentKind.STATISTIC) {
            id = together(values, "enterprise", "month");
        } else if (kind == DocumentKind.BILL) {
            id = together(values, "enterprise", "month", "carrier");
        } else if (kind == DocumentKind.CONTACT && id == null) {
            id = together(values, "scope", "subject", "name");
        }
        return id == null ? null : new DocumentKey(kind, id);
    }

    private static @Nullable String together(Values values, String... paths) {
        StringBuilder id = new StringBuilder();
        for (String path : paths) {
            String part = values.text(path);
            if (part == null) {
                return null;
            }
            id.append(id.isEmpty() ? "" : ":").append(part);
        }
        return id.toString();
    }

    void fault(int row, int column, String said, Bilingual allowed, Bilingual toDo) {
        faults.accept(
                new CellFault(header.sheet().name(), new CellAddress(row, column).toString(), said, allowed, toDo));
    }

    /** A fault of a column of a row, or of its first cell where the sheet has no such column. */
    void fault(int row, String path, Bilingual allowed, Bilingual toDo) {
        Integer at = header.at(path);
        int column = at == null ? 0 : at;
        fault(row, column, FormRow.said(header.sheet().cell(row, column)), allowed, toDo);
    }

    /** Whether a document is there already. */
    @Nullable
    ObjectNode present(DocumentKey key) {
        return known.present(key.kind()).get(key.id());
    }
}
