package io.greenpark.plan.rule;

import io.greenpark.plan.sheet.SheetState;
import io.greenpark.plan.sheet.YearSheet;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of an enterprise over some years.
 *
 * @param sheets its yearly sheets, by year
 * @param energy approved energy used, as the meters counted it, by year; years that are not measured well enough are absent
 * @param discharge the same of discharge
 */
public record EnterpriseYears(
        String enterpriseId, Map<Integer, YearSheet> sheets, Map<Integer, Used> energy, Map<Integer, Used> discharge) {
    public EnterpriseYears {
        sheets = Map.copyOf(sheets);
        energy = Map.copyOf(energy);
        discharge = Map.copyOf(discharge);
    }

    /** One of which nothing is measured. */
    public EnterpriseYears(String enterpriseId, Map<Integer, YearSheet> sheets) {
        this(enterpriseId, sheets, Map.of(), Map.of());
    }

    Optional<YearSheet> sheet(int year) {
        return Optional.ofNullable(sheets.get(year)).filter(s -> s.state() != SheetState.NOT_BEGUN);
    }
}
