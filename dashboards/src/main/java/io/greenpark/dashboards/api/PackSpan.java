package io.greenpark.dashboards.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The days of a pack, of whole days of the park. */
record PackSpan(LocalDate from, LocalDate to, ZoneId zone) {
    Instant begin() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** Exclusive. */
    Instant end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    LocalDate firstOfMonth() {
        return from.withDayOfMonth(1);
    }

    /** Cut at the ends of months. */
    List<PackSpan> months() {
        List<PackSpan> months = new ArrayList<>();
        LocalDate first = from;
        while (!first.isAfter(to)) {
            LocalDate last = first.withDayOfMonth(first.lengthOfMonth());
            months.add(new PackSpan(first, last.isBefore(to) ? last : to, zone));
            first = last.plusDays(1);
        }
        return months;
    }
}
