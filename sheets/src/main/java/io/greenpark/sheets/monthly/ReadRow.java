package io.greenpark.sheets.monthly;

import io.greenpark.sheets.match.RowMatch;
import io.greenpark.sheets.match.SaidRow;
import java.util.List;

/**
 * A row with figures.
 *
 * @param sheet the name of its sheet
 * @param row as spreadsheets count, from 1
 * @param mapping the id of the mapping that it was read by
 * @param match whom it is about
 */
public record ReadRow(String sheet, int row, String mapping, SaidRow said, RowMatch match, List<ReadAmount> amounts) {
    public ReadRow {
        amounts = List.copyOf(amounts);
    }
}
