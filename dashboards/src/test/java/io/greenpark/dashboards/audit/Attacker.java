package io.greenpark.dashboards.audit;

import io.greenpark.accounting.disclosure.Disclosure;
import io.greenpark.accounting.disclosure.LinearAttack;
import io.greenpark.park.registry.Subject;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns every figure that was told into an equation of values added. A value added is a sum; an intensity beside energy is that
 * sum too; a change is a relation between the sums of two periods whose energies are known, also where neither intensity is.
 */
final class Attacker {
    private static final double TEN_THOUSAND = 10_000;

    private final AuditDistrict district;
    private final LinearAttack attack = new LinearAttack();
    private final Map<Energy, Double> energies = new HashMap<>();
    private final Map<Change, Double> changes = new LinkedHashMap<>();

    private record Energy(Subject subject, String basis, boolean toDate, YearMonth month) {}

    private record Change(Energy report, YearMonth base) {}

    Attacker(AuditDistrict district) {
        this.district = district;
    }

    /** A figure of a month or a year to date, as some answer had it. */
    record Told(
            Subject subject,
            String basis,
            boolean toDate,
            YearMonth month,
            @Nullable Double tce,
            @Nullable Double iva,
            @Nullable Double intensity,
            @Nullable Double changePercent) {}

    void told(Told t) {
        Energy energy = new Energy(t.subject(), t.basis(), t.toDate(), t.month());
        if (t.tce() != null) {
            energies.put(energy, t.tce());
        }
        if (t.iva() != null) {
            attack.told(counted(energy), BigDecimal.valueOf(t.iva()));
        }
        if (t.intensity() != null && t.tce() != null) {
            attack.told(counted(energy), BigDecimal.valueOf(t.tce() * TEN_THOUSAND / t.intensity()));
        }
        change(energy, t.month().minusYears(1), t.changePercent());
    }

    /** The change of a year to date since a base year, of electricity at its equivalent value. */
    void changeToDate(Subject subject, YearMonth month, int baseYear, @Nullable Double changePercent) {
        change(new Energy(subject, "EQUIVALENT", true, month), month.withYear(baseYear), changePercent);
    }

    private void change(Energy report, YearMonth base, @Nullable Double percent) {
        if (percent != null) {
            changes.put(new Change(report, base), percent);
        }
    }

    private Set<String> counted(Energy e) {
        return district.counted(e.subject(), e.toDate() ? Disclosure.yearToDate(e.month()) : List.of(e.month()));
    }

    /** Which of some values follow from all that was told. */
    Set<String> recovered(Map<String, BigDecimal> values) {
        changes.forEach(this::relate);
        changes.clear();
        return attack.recovered(values);
    }

    /** (tce / sum) / (base tce / base sum) = 1 + change: base sum - (1 + change) (base tce / tce) sum = 0. */
    private void relate(Change change, double percent) {
        Energy report = change.report();
        Energy base = new Energy(report.subject(), report.basis(), report.toDate(), change.base());
        Double tce = energies.get(report);
        Double baseTce = energies.get(base);
        if (tce == null || baseTce == null) {
            return;
        }
        Map<String, Double> terms = new LinkedHashMap<>();
        counted(base).forEach(name -> terms.merge(name, 1.0, Double::sum));
        double factor = (1 + percent / 100) * baseTce / tce;
        counted(report).forEach(name -> terms.merge(name, -factor, Double::sum));
        attack.told(terms, 0);
    }

    int equations() {
        return attack.size() + changes.size();
    }
}
