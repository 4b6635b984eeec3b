package io.greenpark.sheets.layout;

import io.greenpark.sheets.cell.CellRange;
import io.greenpark.sheets.cell.Sheet;
import io.greenpark.sheets.cell.SheetCell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the cells of a sheet show, those that are merged into others too. */
public final class MergedCells {
    private final Sheet sheet;
    private final Map<Integer, List<CellRange>> byRow = new HashMap<>();

    public MergedCells(Sheet sheet) {
        this.sheet = sheet;
        int last = sheet.rows().isEmpty() ? -1 : sheet.rows().lastKey();
        for (CellRange range : sheet.merged()) {
            // A range may reach to the end of all sheets.
            for (int row = range.first().row(); row <= Math.min(range.last().row(), last); row++) {
                byRow.computeIfAbsent(row, r -> new ArrayList<>()).add(range);
            }
        }
    }

    /** The merged cells that one is part of; null where it is of none. */
    public @Nullable CellRange at(int row, int column) {
        return byRow.getOrDefault(row, List.of()).stream()
                .filter(range -> range.contains(row, column))
                .findFirst()
                .orElse(null);
    }

    /** What a cell shows; null where nothing does. */
    public @Nullable SheetCell shown(int row, int column) {
        CellRange range = at(row, column);
        return range == null
                ? sheet.cell(row, column)
                : sheet.cell(range.first().row(), range.first().column());
    }
}
