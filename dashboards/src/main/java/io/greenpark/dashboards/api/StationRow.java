package io.greenpark.dashboards.api;

import io.greenpark.accounting.point.Delivery;
import io.greenpark.park.text.Bilingual;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A station and what it delivered: an outlet with its analysers, or an energy meter.
 *
 * @param id of the outlet or the meter's point
 * @param days by days that are over
 * @param invalid values that were invalid, by day
 */
record StationRow(
        String id,
        Kind kind,
        Bilingual name,
        String enterpriseId,
        Bilingual enterprise,
        Bilingual park,
        Map<LocalDate, Delivery> days,
        Map<LocalDate, Integer> invalid) {
    /** What a station is. */
    enum Kind {
        OUTLET,
        METER;

        Bilingual text() {
            return this == OUTLET ? new Bilingual("排放口", "Outlet") : new Bilingual("能源计量", "Energy meter");
        }
    }

    /** What a day is assessed by: the effective transmission rate, or the completeness where no hourly means are due. */
    static @Nullable Double assessed(Delivery delivered) {
        Double validity = delivered.validity();
        return validity == null ? delivered.completeness() : validity;
    }

    Delivery day(LocalDate date) {
        return days.getOrDefault(date, Delivery.NONE);
    }

    Delivery total() {
        return days.values().stream().reduce(Delivery.NONE, Delivery::plus);
    }

    int invalidOn(LocalDate date) {
        return invalid.getOrDefault(date, 0);
    }

    int allInvalid() {
        return days.keySet().stream().mapToInt(this::invalidOn).sum();
    }
}
