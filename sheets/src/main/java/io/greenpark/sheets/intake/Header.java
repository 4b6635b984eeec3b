package io.greenpark.sheets.intake;

import io.greenpark.sheets.cell.Sheet;
import io.greenpark.sheets.form.FormColumn;
import io.greenpark.sheets.form.SheetForm;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a sheet has the columns of a form.
 *
 * @param row of the headings, from 0
 * @param columns by number, from 0
 */
public record Header(Sheet sheet, SheetForm form, int row, Map<Integer, FormColumn> columns) {
    public Header {
        columns = new TreeMap<>(columns);
    }

    /** The number of a column; null where the sheet has none. */
    @Nullable
    Integer at(String path) {
        for (Map.Entry<Integer, FormColumn> each : columns.entrySet()) {
            if (each.getValue().path().equals(path)) {
                return each.getKey();
            }
        }
        return null;
    }
}
