package io.greenpark.sheets.monthly;

import io.greenpark.sheets.figure.Figure;
import io.greenpark.sheets.figure.SheetUnit;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/**
 * A figure of a cell.
 *
 * @param cell its address
 * @param months one, or January and February together
 * @param said in the unit of the sheet
 */
public record ReadAmount(String cell, Figure figure, List<YearMonth> months, BigDecimal said, SheetUnit unit) {
    public ReadAmount {
        months = List.copyOf(months);
    }
}
