package io.greenpark.sheets.read;

/** Counts the cells of all sheets. */
final class CellCount {
    private int cells;

    void add() throws RefusedFile {
        if (++cells > Bounds.MOST_CELLS) {
            throw new RefusedFile(ReadMessages.tooManyCells());
        }
    }
}
