package io.greenpark.sheets.cell;

import java.util.List;

/** The sheets of a file, in their order; those that a workbook hides are left out. */
public record Book(List<Sheet> sheets) {
    public Book {
        sheets = List.copyOf(sheets);
    }
}
