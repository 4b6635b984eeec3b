package io.greenpark.sheets.monthly;

import io.greenpark.sheets.intake.CellFault;
import java.util.List;

/**
 * What a sheet says.
 *
 * @param rows those with a figure
 * @param checks of its sums
 * @param missing how many cells say that there is nothing
 * @param notes rows that are neither figures nor sums, as spreadsheets count
 */
public record SheetReading(
        MappedSheet sheet,
        List<ReadRow> rows,
        List<TotalCheck> checks,
        List<CellFault> faults,
        int missing,
        List<Integer> notes,
        boolean needsYear,
        boolean needsMonth) {
    public SheetReading {
        rows = List.copyOf(rows);
        checks = List.copyOf(checks);
        faults = List.copyOf(faults);
        notes = List.copyOf(notes);
    }
}
