package io.greenpark.sim.data;

import io.greenpark.sim.table.Table;
import java.util.List;

/** A column of a data set and where its values go; the table {@code columns.csv} beside this package. */
record Column(String dataSet, String name, String deviceId, String key) {
    private static final List<Column> TABLE = load();

    static List<Column> of(String dataSet) {
        return TABLE.stream().filter(c -> c.dataSet.equals(dataSet)).toList();
    }

    private static List<Column> load() {
        return Table.rows(Column.class, "columns.csv").stream()
                .map(cells -> new Column(cells[0], cells[1], cells[2], cells[3]))
                .toList();
    }
}
