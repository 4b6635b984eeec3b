package io.greenpark.sheets.cell;

/** Cells that are merged into one: what they show stands in the first. */
public record CellRange(CellAddress first, CellAddress last) {
    /** Whether a cell is one of them. */
    public boolean contains(int row, int column) {
        return row >= first.row() && row <= last.row() && column >= first.column() && column <= last.column();
    }

    @Override
    public String toString() {
        return first + ":" + last;
    }
}
