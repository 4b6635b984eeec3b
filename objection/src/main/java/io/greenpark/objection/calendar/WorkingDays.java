package io.greenpark.objection.calendar;

import java.time.LocalDate;

/** Which days are working days. */
@FunctionalInterface
public interface WorkingDays {
    boolean isWorking(LocalDate day);

    /** The so-manieth working day after a day; the day itself does not count. */
    default LocalDate after(LocalDate day, int count) {
        return step(day, count, 1);
    }

    /** The so-manieth working day before a day; the day itself for 0. */
    default LocalDate before(LocalDate day, int count) {
        return step(day, count, -1);
    }

    private LocalDate step(LocalDate from, int count, int by) {
        LocalDate day = from;
        for (int left = count; left > 0; ) {
            day = day.plusDays(by);
            if (isWorking(day)) {
                left--;
            }
        }
        return day;
    }
}
