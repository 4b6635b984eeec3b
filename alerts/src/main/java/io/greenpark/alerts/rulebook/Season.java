package io.greenpark.alerts.rulebook;

import java.time.LocalDate;
import java.time.MonthDay;

/** Days of every year, both included; one that begins after it ends goes over New Year. */
public record Season(MonthDay from, MonthDay to) {
    public boolean contains(LocalDate day) {
        return contains(MonthDay.from(day));
    }

    private boolean contains(MonthDay day) {
        boolean begun = !day.isBefore(from);
        boolean lasts = !day.isAfter(to);
        return from.isAfter(to) ? begun || lasts : begun && lasts;
    }

    boolean overlaps(Season other) {
        return contains(other.from) || other.contains(from);
    }
}
