package io.greenpark.sheets.intake;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.sheets.cell.CellAddress;
import io.greenpark.sheets.cell.SheetCell;
import io.greenpark.sheets.form.FormColumn;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a form that names a document.
 *
 * @param row from 0
 * @param time of the dated part that it is; null where it is a whole document
 */
public record FormRow(
        Header of, int row, DocumentKey key, @Nullable String time) {
    /** The address of a column's cell; of the first one where the sheet has no such column. */
    String address(@Nullable FormColumn column) {
        int at = of.columns().entrySet().stream()
                .filter(e -> e.getValue().equals(column))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(0);
        return new CellAddress(row, at).toString();
    }

    /** The field of the document that a column stands for here, with slashes between levels. */
    String path(FormColumn column) {
        return column.dated() ? of.form().dated() + "/" + time + "/" + column.field() : column.field();
    }

    /** What a cell says. */
    static String said(@Nullable SheetCell cell) {
        return cell == null ? "" : cell.text();
    }
}
