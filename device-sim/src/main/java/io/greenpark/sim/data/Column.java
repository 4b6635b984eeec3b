package io.greenpark.sim.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A column of a data set and where its values go; the table {@code columns.csv} beside this package. */
record Column(String dataSet, String name, String deviceId, String key) {
    private static final List<Column> TABLE = load();

    static List<Column> of(String dataSet) {
        return TABLE.stream().filter(c -> c.dataSet.equals(dataSet)).toList();
    }

    private static List<Column> load() {
        InputStream in = Column.class.getResourceAsStream("columns.csv");
        if (in == null) {
            throw new IllegalStateException("table columns.csv is missing from the jar");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Column(cells[0], cells[1], cells[2], cells[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
