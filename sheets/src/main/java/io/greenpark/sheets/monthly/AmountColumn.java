package io.greenpark.sheets.monthly;

import io.greenpark.sheets.figure.Figure;
import io.greenpark.sheets.figure.SheetUnit;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column with figures, or with sums of those beside it.
 *
 * @param at from 0
 * @param address of its heading
 * @param heading as people read it
 * @param unit null where a column of the sheet says it
 * @param months that each cell is of: one, or January and February together; none where rows say it
 * @param year that its heading names; null where it names none
 * @param total whether it has sums
 */
record AmountColumn(
        int at,
        String address,
        String heading,
        Figure figure,
        @Nullable SheetUnit unit,
        List<YearMonth> months,
        @Nullable Integer year,
        boolean total) {
    AmountColumn {
        months = List.copyOf(months);
    }
}
