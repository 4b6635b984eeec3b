package io.greenpark.sheets.cell;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of a workbook; of a CSV file the only one.
 *
 * @param name the name that is on its tab; of CSV {@code CSV}
 * @param rows those with something in them, by their number from 0
 * @param merged the merged cells
 */
public record Sheet(String name, SortedMap<Integer, Row> rows, List<CellRange> merged) {
    public Sheet {
        rows = new TreeMap<>(rows);
        merged = List.copyOf(merged);
    }

    /**
     * The cells of a row.
     *
     * @param number from 0
     */
    public record Row(int number, SortedMap<Integer, SheetCell> cells) {
        /** What stands in a column; null where nothing does. */
        public @Nullable SheetCell cell(int column) {
            return cells.get(column);
        }

        /** Whether nothing can be seen in it. */
        public boolean blank() {
            return cells.values().stream().allMatch(SheetCell::blank);
        }
    }

    /** What stands in a cell; null where nothing does. */
    public @Nullable SheetCell cell(int row, int column) {
        Row cells = rows.get(row);
        return cells == null ? null : cells.cell(column);
    }

    /** The merged cells that one is part of. */
    public Optional<CellRange> mergedAt(int row, int column) {
        return merged.stream().filter(m -> m.contains(row, column)).findFirst();
    }
}
