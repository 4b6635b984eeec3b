package io.greenpark.returns.closing;

import io.greenpark.accounting.energy.EnergyAccounts;
import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.accounting.intensity.IntensityRow.PeriodIntensity;
import io.greenpark.accounting.intensity.IntensityRow.TargetStanding;
import io.greenpark.accounting.intensity.Standings;
import io.greenpark.accounting.intensity.Standings.SubjectStanding;
import io.greenpark.accounting.intensity.TargetProgress;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.Step;
import io.greenpark.returns.closing.ClosedFigure.OfBasis;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The figures of a month as they are shown now, by the accounts that show them. */
final class MonthFigures {
    private final EnergyAccounts energy;
    private final Standings standings;

    MonthFigures(EnergyAccounts energy, Standings standings) {
        this.energy = energy;
        this.standings = standings;
    }

    /** Whether any statistic may leave in sums only. */
    static boolean isGuarded(Registry registry) {
        return registry.facts().statistics().stream()
                .anyMatch(s ->
                        s.allowedUse() == AllowedUse.AGGREGATE_ONLY && (s.ivaCny() != null || s.outputCny() != null));
    }

    /** Those of some subjects, in their order. */
    Map<Subject, ClosedFigure> of(Registry registry, Collection<Subject> subjects, YearMonth month) {
        List<Subject> asked = List.copyOf(subjects);
        boolean guarded = isGuarded(registry);
        Map<ElectricityBasis, Map<Subject, EnergyRow>> used = new EnumMap<>(ElectricityBasis.class);
        Map<ElectricityBasis, Map<Subject, SubjectStanding>> stands = new EnumMap<>(ElectricityBasis.class);
        for (ElectricityBasis basis : ElectricityBasis.values()) {
            used.put(basis, used(asked, month, basis));
            stands.put(basis, standings.of(asked, month, basis));
        }
        Map<Subject, ClosedFigure> figures = new LinkedHashMap<>();
        for (Subject subject : asked) {
            Map<ElectricityBasis, OfBasis> bases = new EnumMap<>(ElectricityBasis.class);
            used.forEach((basis, rows) -> bases.put(basis, ofBasis(rows.get(subject), needed(stands, basis, subject))));
            EnergyRow row =
                    used.getOrDefault(ElectricityBasis.values()[0], Map.of()).get(subject);
            PeriodIntensity ofMonth =
                    needed(stands, ElectricityBasis.values()[0], subject).row().ofMonth();
            figures.put(subject, figure(registry, subject, month, row, ofMonth, bases, guarded));
        }
        return figures;
    }

    private static SubjectStanding needed(
            Map<ElectricityBasis, Map<Subject, SubjectStanding>> stands, ElectricityBasis basis, Subject subject) {
        return Objects.requireNonNull(Objects.requireNonNull(stands.get(basis)).get(subject));
    }

    private Map<Subject, EnergyRow> used(List<Subject> subjects, YearMonth month, ElectricityBasis basis) {
        Map<Subject, EnergyRow> used = new HashMap<>();
        List<String> enterprises = new ArrayList<>();
        for (Subject subject : subjects) {
            if (subject.scope() == Subject.Scope.ENTERPRISE) {
                enterprises.add(subject.id());
            } else {
                energy.rows(subject, month.atDay(1), month.plusMonths(1).atDay(1), Step.MONTH, basis).stream()
                        .findFirst()
                        .ifPresent(row -> used.put(subject, row));
            }
        }
        energy.eachEnterprise(enterprises, month.atDay(1), month.plusMonths(1).atDay(1), Step.MONTH, basis)
                .forEach((id, rows) ->
                        rows.stream().findFirst().ifPresent(row -> used.put(Subject.enterprise(id), row)));
        return used;
    }

    private static ClosedFigure figure(
            Registry registry,
            Subject subject,
            YearMonth month,
            @Nullable EnergyRow used,
            PeriodIntensity ofMonth,
            Map<ElectricityBasis, OfBasis> bases,
            boolean guarded) {
        EnergyRow metered = used == null || used.unmetered() != null ? null : used;
        boolean isEnterprise = subject.scope() == Subject.Scope.ENTERPRISE;
        Optional<MonthlyStatistic> statistic =
                isEnterprise ? registry.statistic(subject.id(), month) : Optional.empty();
        Optional<MonthlyStatistic> told = statistic.filter(s -> s.allowedUse() != AllowedUse.AGGREGATE_ONLY);
        return new ClosedFigure(
                subject,
                used == null ? Map.of() : used.amounts(),
                metered == null ? null : metered.coverage().completeness(),
                metered == null ? null : metered.coverage().measured(),
                isEnterprise ? told.map(MonthlyStatistic::ivaCny).orElse(null) : ofMonth.ivaCny(),
                told.map(MonthlyStatistic::outputCny).orElse(null),
                isEnterprise ? statistic.map(MonthlyStatistic::status).orElse(null) : ofMonth.knownStatus(),
                statistic.map(MonthlyStatistic::allowedUse).orElse(null),
                bases,
                guarded);
    }

    private static OfBasis ofBasis(@Nullable EnergyRow used, SubjectStanding standing) {
        PeriodIntensity ofMonth = standing.row().ofMonth();
        TargetStanding target = standing.row().standing();
        TargetProgress progress = standing.progress();
        Map<String, Reason> reasons = new TreeMap<>();
        BigDecimal tce = used == null ? null : used.tce();
        if (used != null) {
            reasons.putAll(used.reasons());
        }
        ofMonth.reasons().forEach((name, reason) -> {
            if (name.equals("ivaCny") || name.equals("tcePer10kCny")) {
                reasons.put(name, reason);
            }
        });
        return new OfBasis(
                tce,
                ofMonth.tcePer10kCny(),
                target == null ? null : target.verdict(),
                progress == null ? null : progress.level(),
                used == null ? null : used.coefficientSet(),
                reasons);
    }
}
