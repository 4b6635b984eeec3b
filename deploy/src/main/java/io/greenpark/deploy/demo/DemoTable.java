package io.greenpark.deploy.demo;

import io.greenpark.sim.table.CsvTable;
import io.greenpark.sim.table.CsvTable.CsvLine;
import java.util.List;

/** The tables of the demo, comma-separated; {@code #} starts a comment line. */
final class DemoTable {
    /** A made-up enterprise; {@code outlets} is {@code medium:quantity+quantity} or empty. */
    record EnterpriseRow(String id, String park, String industry, String zh, String en, String outlets) {}

    record ParkRow(String id, String zh, String en) {}

    /** A limit of a quantity in an industry; the standard's table, and what it says of concentrations, may be empty. */
    record LimitRow(
            String industry,
            String quantity,
            String upper,
            String unit,
            String confirmed,
            String standard,
            String clause,
            String clauseZh,
            String concentration,
            String oxygen,
            String gas) {}

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
                .map(c -> new LimitRow(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8], c[9], c[10]))
                .toList();
    }

    /** The name of a point that measures {@code quantity}, as YAML in both languages. */
    static String pointName(String quantity) {
        String[] name = rows("quantities.csv").stream()
                .filter(c -> c[0].equals(quantity))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "quantity \"" + quantity + "\" has no name; add it to quantities.csv"));
        return "{zh: " + name[1] + ", en: " + name[2] + "}";
    }

    private static List<String[]> rows(String file) {
        return CsvTable.beside(DemoTable.class, file).lines().stream()
                .map(CsvLine::cells)
                .toList();
    }
}
