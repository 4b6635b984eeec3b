package io.greenpark.reports.content;

import io.greenpark.park.text.Bilingual;
import java.util.List;

/**
 * A table of a section.
 *
 * @param code by which programs name it; no other table of the report has it
 * @param rows each with as many values as there are columns
 * @param summed whether the last row sums up those above it
 */
public record Table(String code, Bilingual title, List<Column> columns, List<List<Value>> rows, boolean summed) {
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Value> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("table " + code + ": a row has " + row.size() + " values, the table "
                        + columns.size() + " columns");
            }
        }
    }
}
