package io.greenpark.sim.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table beside this package: comma-separated, {@code #} begins a comment line. */
final class Table {
    private Table() {}

    /** The rows of a table, each split into its cells. */
    static List<String[]> rows(String file) {
        InputStream in = Table.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalStateException("table " + file + " is missing from the jar");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
