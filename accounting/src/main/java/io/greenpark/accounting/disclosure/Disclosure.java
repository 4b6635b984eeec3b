package io.greenpark.accounting.disclosure;

import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Target;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may leave of the figures that value added is in, by the registry as it is. Energy is never kept back, so an intensity
 * is as telling as the value added itself, and a change together with one side of it as telling as the other side: a
 * comparison leaves where both of its sides do. Both bases of electricity rest on the same value added. Any thread may ask.
 */
public final class Disclosure {
    private final Registry registry;
    private final Metering metering;
    private final Map<Audience, Guard> guards = new EnumMap<>(Audience.class);
    private final boolean guarding;

    Disclosure(Registry registry, DisclosureRule rule, Suppression suppression) {
        this.registry = registry;
        this.metering = new Metering(registry);
        for (Audience audience : Audience.values()) {
            guards.put(audience, new Guard(registry, audience, metering, suppression, rule));
        }
        this.guarding = registry.facts().statistics().stream()
                .anyMatch(s -> s.ivaCny() != null && Audience.ANYONE.isKeptFrom(s.allowedUse()));
    }

    /** The months from January to this one. */
    public static List<YearMonth> yearToDate(YearMonth month) {
        List<YearMonth> months = new ArrayList<>();
        for (int m = 1; m <= month.getMonthValue(); m++) {
            months.add(month.withMonth(m));
        }
        return months;
    }

    /** Whether any statistic is kept from anybody. */
    public boolean guarding() {
        return guarding;
    }

    /** Whether a month's value added and what follows from it may be told. */
    public boolean month(Audience audience, Subject subject, YearMonth month) {
        return told(audience).stream().allMatch(guard -> guard.month(subject, month));
    }

    /** The same of the year up to the end of a month. */
    public boolean yearToDate(Audience audience, Subject subject, YearMonth month) {
        return told(audience).stream().allMatch(guard -> guard.yearToDate(subject, month));
    }

    /**
     * Whether the change of the year to date since the base year of the subject's target may be told; where the target is
     * gone, nothing says which base year it was, and nothing is told while any statistic is kept from anybody.
     */
    public boolean standing(Audience audience, Subject subject, YearMonth month) {
        Target target = registry.target(subject, month.getYear()).orElse(null);
        return target == null
                ? !guarding
                : yearToDate(audience, subject, month)
                        && yearToDate(audience, subject, month.withYear(target.baseYear()));
    }

    /** Officers look at Grafana too: what leaves towards anyone must not tell them more than they are told. */
    private List<Guard> told(Audience audience) {
        return guards.entrySet().stream()
                .filter(e -> e.getKey().compareTo(audience) <= 0)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The value added that figures of some months count, by the registry; null where one is missing or none counts. */
    public @Nullable BigDecimal valueAdded(Subject subject, List<YearMonth> months) {
        BigDecimal sum = null;
        for (String enterprise : metering.counted(subject.enterprises(registry), months)) {
            for (YearMonth month : months) {
                BigDecimal value = registry.statistic(enterprise, month)
                        .map(MonthlyStatistic::ivaCny)
                        .orElse(null);
                if (value == null) {
                    return null;
                }
                sum = sum == null ? value : sum.add(value);
            }
        }
        return sum;
    }
}
