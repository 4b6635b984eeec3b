package io.greenpark.accounting.energy;

import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.Step;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the energy accounts. Any thread may call. */
public interface EnergyAccounts {
    /** One row per period of {@code step} in {@code [from, to)} (park zone), also where nothing is known (MISSING). */
    List<EnergyRow> rows(Subject subject, LocalDate from, LocalDate to, Step step, ElectricityBasis basis);

    /** The same of each of several enterprises, by their ids. */
    default Map<String, List<EnergyRow>> eachEnterprise(
            Collection<String> enterprises, LocalDate from, LocalDate to, Step step, ElectricityBasis basis) {
        Map<String, List<EnergyRow>> rows = new HashMap<>();
        enterprises.forEach(id -> rows.put(id, rows(Subject.enterprise(id), from, to, step, basis)));
        return rows;
    }
}
