package io.greenpark.sheets.column;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.park.text.Bilingual;
import io.greenpark.sheets.cell.SheetCell;
import java.util.List;

/** What the cells of a column hold. */
public interface ColumnType {
    /** What a cell with something in it says. */
    CellValue read(SheetCell cell);

    /** A field of a document as its cell has it: a text, or a number as text where {@link #numeric} says so. */
    default String write(JsonNode value) {
        return value.asText();
    }

    /** What is allowed. */
    Bilingual allowed();

    /** What may be chosen, as the cell shows it; empty where anything may be written. */
    default List<String> choices() {
        return List.of();
    }

    /** Whether cells are numbers where they can be. */
    default boolean numeric() {
        return false;
    }

    /** Whether two values that are written in different ways are the same. */
    default boolean same(JsonNode a, JsonNode b) {
        return a.equals(b);
    }
}
