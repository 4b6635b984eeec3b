package io.greenpark.alerts.marking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Calendar years of a zone. */
final class Years {
    private Years() {}

    static Instant begin(int year, ZoneId zone) {
        return LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant();
    }
}
