package io.greenpark.accounting.check;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What to compare; the readings are always taken whole.
 *
 * @param enterprise only this one; null for all
 * @param point only this one, and no sums; null for all
 * @param from first day, in the zone of the park; null for the first there is
 * @param to last day; null for the newest there is
 */
public record CheckScope(
        @Nullable String enterprise,
        @Nullable String point,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    /** Everything. */
    public static CheckScope all() {
        return new CheckScope(null, null, null, null);
    }

    /** The times of this scope that have ended at {@code endedMs}. */
    Span within(ParkPeriods periods, long endedMs) {
        long fromMs = from == null
                ? Long.MIN_VALUE
                : from.atStartOfDay(periods.zone()).toInstant().toEpochMilli();
        long toMs = to == null
                ? endedMs
                : to.plusDays(1).atStartOfDay(periods.zone()).toInstant().toEpochMilli();
        return new Span(fromMs, Math.min(toMs, endedMs));
    }
}
