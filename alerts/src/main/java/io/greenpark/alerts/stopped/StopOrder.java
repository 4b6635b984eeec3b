package io.greenpark.alerts.stopped;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An order of an authority to an enterprise to stop production (停产).
 *
 * @param number of its document (文号)
 * @param authority who issued it
 * @param from first day on which the enterprise is not to produce any more
 * @param lifted the day from which on it may again; null while the order is in force
 */
public record StopOrder(
        String number,
        String authority,
        LocalDate from,
        @Nullable LocalDate lifted) {
    /** Whether the enterprise is to stand still on a day. */
    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && (lifted == null || day.isBefore(lifted));
    }
}
