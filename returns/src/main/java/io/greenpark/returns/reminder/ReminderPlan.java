package io.greenpark.returns.reminder;

import io.greenpark.returns.figure.ReturnPeriod;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Which reminder is due at a time. */
final class ReminderPlan {
    /** When people are at work. */
    private static final int HOUR = 9;

    private ReminderPlan() {}

    /** The reminder of a period on a day of the month after it. */
    record Due(ReturnPeriod period, int day) {}

    /**
     * The newest that is due: of days that went by while nobody looked only the last one counts, as two letters at once say no more.
     *
     * @param days of the month after, rising
     * @param first the first period that anybody is reminded of
     */
    static Optional<Due> at(LocalDateTime now, List<Integer> days, ReturnPeriod first) {
        LocalDate day = now.getHour() < HOUR ? now.toLocalDate().minusDays(1) : now.toLocalDate();
        ReturnPeriod period = ReturnPeriod.newestOver(now.toLocalDate());
        boolean monthAfter = period.dayAfter(1).equals(now.toLocalDate().withDayOfMonth(1));
        if (!monthAfter || period.compareTo(first) < 0) {
            return Optional.empty();
        }
        return days.stream()
                .filter(each -> !period.dayAfter(each).isAfter(day))
                .reduce((one, later) -> later)
                .map(each -> new Due(period, each));
    }
}
