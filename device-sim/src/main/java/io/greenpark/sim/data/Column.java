package io.greenpark.sim.data;

import io.greenpark.sim.table.CsvTable;
import java.util.List;

/** A column of a data set and where its values go; the table {@code columns.csv} beside this package. */
record Column(String dataSet, String name, String deviceId, String key) {
    private static final List<Column> TABLE = load();

    static List<Column> of(String dataSet) {
        return TABLE.stream().filter(c -> c.dataSet.equals(dataSet)).toList();
    }

    private static List<Column> load() {
        return CsvTable.beside(Column.class, "columns.csv").lines().stream()
                .map(CsvTable.CsvLine::cells)
                .map(cells -> new Column(cells[0], cells[1], cells[2], cells[3]))
                .toList();
    }
}
