package io.greenpark.accounting.energy;

import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.Step;
import java.time.LocalDate;
import java.util.List;

/** Reads the energy accounts. Any thread may call. */
public interface EnergyAccounts {
    /** One row per period of {@code step} in {@code [from, to)} (park zone), also where nothing is known (MISSING). */
    List<EnergyRow> rows(Subject subject, LocalDate from, LocalDate to, Step step, ElectricityBasis basis);
}
