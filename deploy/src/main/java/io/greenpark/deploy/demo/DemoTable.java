package io.greenpark.deploy.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The tables of the demo, comma-separated; {@code #} begins a comment line. */
final class DemoTable {
    /** A made-up enterprise; {@code outlets} is {@code medium:quantity+quantity} or empty. */
    record EnterpriseRow(String id, String park, String industry, String zh, String en, String outlets) {}

    record ParkRow(String id, String zh, String en) {}

    record LimitRow(String industry, String quantity, String upper, String unit, String confirmed, String source) {}

    private DemoTable() {}

    static List<EnterpriseRow> enterprises() {
        return rows("enterprises.csv").stream()
                .map(c -> new EnterpriseRow(c[0], c[1], c[2], c[3], c[4], c[5]))
                .toList();
    }

    static List<ParkRow> parks() {
        return rows("parks.csv").stream()
                .map(c -> new ParkRow(c[0], c[1], c[2]))
                .toList();
    }

    static List<LimitRow> limits() {
        return rows("limits.csv").stream()
                .map(c -> new LimitRow(c[0], c[1], c[2], c[3], c[4], c[5]))
                .toList();
    }

    private static List<String[]> rows(String file) {
        InputStream in = DemoTable.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalStateException("demo table " + file + " is missing from the jar");
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
