package io.greenpark.accounting.disclosure;

import io.greenpark.accounting.disclosure.Suppression.Leaving;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What may leave towards one audience. The guarded values of a park's month are an atom: atoms share no value, and whatever
 * leaves is a sum of whole atoms that are safe, so solving all of it together tells no more than the safe sums themselves.
 *
 * <ul>
 *   <li>An enterprise's month or year to date leaves where no statistic in it is guarded.
 *   <li>The months of parks and of the district leave as {@link Suppression} says.
 *   <li>The year to date of an area leaves where it is nothing but the sum of months that leave: it counts whoever is
 *       metered in any month of the year, so a guarded value of a month in which its enterprise has no meter yet would
 *       follow from the difference.
 * </ul>
 */
final class Guard {
    private final Registry registry;
    private final Audience audience;
    private final Metering metering;
    private final Suppression suppression;
    private final DisclosureRule rule;
    private final Map<String, List<String>> members = new HashMap<>();
    private final Map<YearMonth, Leaving> months = new ConcurrentHashMap<>();
    private final Map<Period, Boolean> yearsToDate = new ConcurrentHashMap<>();

    private record Period(Subject subject, YearMonth month) {}

    Guard(Registry registry, Audience audience, Metering metering, Suppression suppression, DisclosureRule rule) {
        this.registry = registry;
        this.audience = audience;
        this.metering = metering;
        this.suppression = suppression;
        this.rule = rule;
        for (Park park : registry.facts().parks()) {
            members.put(park.id(), Subject.park(park.id()).enterprises(registry));
        }
    }

    boolean month(Subject subject, YearMonth month) {
        return switch (subject.scope()) {
            case ENTERPRISE -> registry.enterprise(subject.id()).isPresent() && guarded(subject.id(), month) == null;
            case PARK -> leaving(month).parks().contains(subject.id());
            case DISTRICT ->
                registry.facts().districtId().equals(subject.id())
                        && leaving(month).district();
        };
    }

    boolean yearToDate(Subject subject, YearMonth month) {
        return yearsToDate.computeIfAbsent(new Period(subject, month), this::isSumOfLeaving);
    }

    private boolean isSumOfLeaving(Period period) {
        List<YearMonth> toDate = Disclosure.yearToDate(period.month());
        Subject subject = period.subject();
        if (!toDate.stream().allMatch(m -> month(subject, m))) {
            return false;
        }
        Set<String> counted = metering.counted(subject.enterprises(registry), toDate);
        return toDate.stream().allMatch(m -> counted.stream()
                .filter(e -> !metering.in(m).contains(e))
                .allMatch(e -> guarded(e, m) == null));
    }

    private Leaving leaving(YearMonth month) {
        return months.computeIfAbsent(month, m -> {
            Map<String, Map<String, BigDecimal>> atoms = new LinkedHashMap<>();
            registry.facts().parks().forEach(park -> atoms.put(park.id(), atom(park.id(), m)));
            return suppression.leaving(atoms, rule);
        });
    }

    private Map<String, BigDecimal> atom(String park, YearMonth month) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        for (String enterprise : members.getOrDefault(park, List.of())) {
            BigDecimal value = guarded(enterprise, month);
            if (value != null && metering.in(month).contains(enterprise)) {
                values.put(enterprise, value);
            }
        }
        return values;
    }

    /** The value added that is kept back; null where there is none. */
    private @Nullable BigDecimal guarded(String enterprise, YearMonth month) {
        return registry.statistic(enterprise, month)
                .filter(s -> audience.isKeptFrom(s.allowedUse()))
                .map(MonthlyStatistic::ivaCny)
                .orElse(null);
    }
}
