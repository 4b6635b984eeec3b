package io.greenpark.dashboards.api;

import io.greenpark.accounting.point.Delivery;
import io.greenpark.park.text.Bilingual;
import java.time.LocalDate;
import java.util.Map;

/**
 * A station and what it delivered: an outlet with its analysers, or the meters of an enterprise.
 *
 * @param id of the outlet or the enterprise
 * @param days by days that are over
 * @param invalid values that were invalid, by day
 */
record StationRow(
        String id,
        Bilingual name,
        String enterpriseId,
        Bilingual enterprise,
        Bilingual park,
        Map<LocalDate, Delivery> days,
        Map<LocalDate, Integer> invalid) {
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
