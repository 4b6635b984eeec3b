package io.greenpark.sim.profile;

import io.greenpark.sim.table.CsvTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Mean and deviation of what the outlets of an industry show. */
public record Discharge(double mean, double deviation) {
    private static final Map<String, Discharge> TABLE = load();

    /** What an industry's outlet shows of a quantity ({@code nox}, {@code cod} ...), or empty if the table has none. */
    public static Optional<Discharge> of(String industry, String quantity) {
        return Optional.ofNullable(TABLE.get(industry + "/" + quantity));
    }

    private static Map<String, Discharge> load() {
        Map<String, Discharge> table = new HashMap<>();
        for (CsvTable.CsvLine line :
                CsvTable.beside(Discharge.class, "discharge.csv").lines()) {
            String[] row = line.cells();
            table.put(row[0] + "/" + row[1], new Discharge(Double.parseDouble(row[2]), Double.parseDouble(row[3])));
        }
        return table;
    }
}
