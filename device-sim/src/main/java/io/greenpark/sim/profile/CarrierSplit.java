package io.greenpark.sim.profile;

import io.greenpark.sim.table.CsvTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How an industry's energy divides over carriers, by standard coal. */
public final class CarrierSplit {
    private static final List<String> CARRIERS = List.of("electricity", "natural-gas", "steam", "diesel");
    private static final double KGCE_PER_KWH = 0.1229;
    /** kgce per kWh, m3, kg, kg: good enough to size a simulation; the accounts use their coefficient sets. */
    private static final Map<String, Double> KGCE =
            Map.of("electricity", KGCE_PER_KWH, "natural-gas", 1.2143, "steam", 0.1286, "diesel", 1.4571);

    private static final Map<String, Map<String, Double>> SHARES = load();

    private CarrierSplit() {}

    private static Map<String, Map<String, Double>> load() {
        Map<String, Map<String, Double>> shares = new HashMap<>();
        for (CsvTable.CsvLine line :
                CsvTable.beside(CarrierSplit.class, "carrier-splits.csv").lines()) {
            String[] row = line.cells();
            Map<String, Double> byCarrier = new HashMap<>();
            for (int i = 0; i < CARRIERS.size(); i++) {
                byCarrier.put(CARRIERS.get(i), Double.parseDouble(row[i + 1]));
            }
            shares.put(row[0], byCarrier);
        }
        return shares;
    }

    /**
     * How much of a carrier an industry uses per kWh of electricity.
     *
     * @return kWh, m3 or kg per kWh; 0 where the industry does not use it or the tables do not know it
     */
    public static double perKwh(String industry, String carrier) {
        Map<String, Double> shares = SHARES.getOrDefault(industry, Map.of());
        double electricity = shares.getOrDefault("electricity", 0.0);
        double share = shares.getOrDefault(carrier, 0.0);
        Double kgce = KGCE.get(carrier);
        return electricity == 0 || kgce == null ? 0 : share / electricity * KGCE_PER_KWH / kgce;
    }
}
