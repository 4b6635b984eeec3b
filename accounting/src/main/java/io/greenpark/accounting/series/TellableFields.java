package io.greenpark.accounting.series;

import io.greenpark.accounting.disclosure.Audience;
import io.greenpark.accounting.disclosure.Disclosure;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Target;
import io.greenpark.store.series.SeriesSchema;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which fields of {@code intensity_month} and {@code area_intensity_month} may be told to anyone, by the rule alone: what the accounts have yet to compute or
 * cannot compute has no part in it.
 */
final class TellableFields {
    private final Registry registry;
    private final Disclosure disclosure;
    private final Subject subject;

    private TellableFields(Registry registry, Disclosure disclosure, Subject subject) {
        this.registry = registry;
        this.disclosure = disclosure;
        this.subject = subject;
    }

    static TellableFields of(Registry registry, Disclosure disclosure, Subject subject) {
        return new TellableFields(registry, disclosure, subject);
    }

    /** Those of some fields of a month that may not be told. */
    Set<String> withheld(YearMonth month, Set<String> fields) {
        return fields.stream().filter(f -> !told(f, month)).collect(Collectors.toSet());
    }

    private boolean told(String field, YearMonth month) {
        if (field.equals(SeriesSchema.GAP_POINTS)) {
            return yearToDate(month) && baseYear(month);
        }
        return field.startsWith(SeriesSchema.YEAR_TO_DATE)
                ? told(field.substring(SeriesSchema.YEAR_TO_DATE.length()), month, this::yearToDate)
                : told(field, month, m -> disclosure.month(Audience.ANYONE, subject, m));
    }

    private static boolean told(String figure, YearMonth month, Predicate<YearMonth> leaves) {
        return switch (figure) {
            case SeriesSchema.IVA_CNY -> false;
            case SeriesSchema.TCE_PER_10K_CNY -> leaves.test(month);
            case SeriesSchema.CHANGE_PERCENT -> leaves.test(month) && leaves.test(month.minusYears(1));
            default -> true;
        };
    }

    private boolean yearToDate(YearMonth month) {
        return disclosure.yearToDate(Audience.ANYONE, subject, month);
    }

    /** Where the target is gone, nothing says which base year it was; then any earlier year may be. */
    private boolean baseYear(YearMonth month) {
        Optional<Target> target = registry.target(subject, month.getYear());
        return target.map(t -> yearToDate(month.withYear(t.baseYear())))
                .orElseGet(() -> subject.enterprises(registry).stream()
                        .flatMap(enterprise -> registry.statisticsOf(enterprise).keySet().stream())
                        .map(YearMonth::getYear)
                        .filter(year -> year < month.getYear())
                        .distinct()
                        .allMatch(year -> yearToDate(month.withYear(year))));
    }
}
