package io.greenpark.cleanproduction.candidate;

import io.greenpark.accounting.discharge.DischargeAccounts;
import io.greenpark.accounting.energy.EnergyAccounts;
import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.cleanproduction.CleanProductionConfig;
import io.greenpark.cleanproduction.candidate.OutletLoad.Load;
import io.greenpark.cleanproduction.round.AuditReason;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Looks through the books for what could put an enterprise on the mandatory register. */
public final class CandidateFinder {
    private static final int MOST_CASES = 1_000;

    private final EnergyAccounts energy;
    private final OutletLoad loads;
    private final Cases cases;
    private final CleanProductionConfig config;

    public CandidateFinder(
            EnergyAccounts energy, DischargeAccounts discharge, Cases cases, CleanProductionConfig config) {
        this.energy = energy;
        this.loads = new OutletLoad(discharge);
        this.cases = cases;
        this.config = config;
    }

    /** A calendar year as far as it has come. */
    private record Year(LocalDate from, LocalDate to) {}

    /** What the books say of an enterprise: of this year so far, and of the last. */
    List<Candidate> of(Registry registry, Enterprise enterprise, Instant now) {
        ParkTime time = registry.parkOf(enterprise).time();
        LocalDate today = time.dayOf(now);
        LocalDate january = today.withDayOfYear(1);
        List<Year> years = new ArrayList<>(List.of(new Year(january.minusYears(1), january)));
        if (today.isAfter(january)) {
            years.add(new Year(january, today));
        }
        List<Evidence> found = new ArrayList<>();
        exceedances(enterprise, today, time).ifPresent(found::add);
        for (Year year : years) {
            found.addAll(loads(registry, enterprise, year, time));
            energy(enterprise, year).ifPresent(found::add);
        }
        Map<AuditReason, List<Evidence>> byReason = new EnumMap<>(AuditReason.class);
        found.forEach(e -> byReason.computeIfAbsent(e.kind().reason(), r -> new ArrayList<>())
                .add(e));
        return byReason.entrySet().stream()
                .map(e -> new Candidate(enterprise.id(), e.getKey(), now, e.getValue()))
                .toList();
    }

    /** Cases that hold: none that was withdrawn, or is on trial. */
    private Optional<Evidence> exceedances(Enterprise enterprise, LocalDate today, ParkTime time) {
        LocalDate from = today.minusMonths(config.withinMonths());
        List<Case> held = cases
                .summaries(
                        CaseFilter.of(Set.of(Subject.enterprise(enterprise.id())))
                                .rules(Set.of(Case.Rule.LIMIT_EXCEEDED))
                                .raised(new CaseFilter.Span(time.startOf(from), null)),
                        MOST_CASES)
                .stream()
                .filter(c -> c.state() != Case.State.WITHDRAWN && !c.trial())
                .toList();
        return held.size() < config.exceedances()
                ? Optional.empty()
                : Optional.of(new Evidence(
                        Evidence.Kind.EXCEEDANCES,
                        null,
                        from,
                        today.plusDays(1),
                        BigDecimal.valueOf(held.size()),
                        BigDecimal.valueOf(config.exceedances()),
                        "cases",
                        null,
                        held.stream().map(Case::id).toList()));
    }

    private List<Evidence> loads(Registry registry, Enterprise enterprise, Year year, ParkTime time) {
        List<Evidence> over = new ArrayList<>();
        enterprise.file().approvedDischargeT().forEach((quantity, approved) -> {
            Optional<Load> load =
                    loads.of(registry, enterprise.id(), quantity, time.startOf(year.from()), time.startOf(year.to()));
            load.filter(l -> l.tonnes().compareTo(approved) > 0)
                    .ifPresent(l -> over.add(new Evidence(
                            Evidence.Kind.LOAD,
                            quantity,
                            year.from(),
                            year.to(),
                            l.tonnes(),
                            approved,
                            "t",
                            l.completeness(),
                            List.of())));
        });
        return over;
    }

    private Optional<Evidence> energy(Enterprise enterprise, Year year) {
        BigDecimal approved = enterprise.file().approvedEnergyTce();
        if (approved == null) {
            return Optional.empty();
        }
        List<EnergyRow> months = energy.rows(
                Subject.enterprise(enterprise.id()), year.from(), year.to(), Step.MONTH, ElectricityBasis.EQUIVALENT);
        BigDecimal used =
                months.stream().map(EnergyRow::tce).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
        double completeness = months.stream()
                .mapToDouble(row -> row.coverage().completeness())
                .average()
                .orElse(0);
        return used.compareTo(approved) <= 0
                ? Optional.empty()
                : Optional.of(new Evidence(
                        Evidence.Kind.ENERGY,
                        null,
                        year.from(),
                        year.to(),
                        used,
                        approved,
                        "tce",
                        completeness,
                        List.of()));
    }
}
