package io.greenpark.alerts.marking;

import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.Mark;
import io.greenpark.store.books.Marks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The hours and days of a point that a time meets. */
final class MarkedPeriods {
    private MarkedPeriods() {}

    /** Has them judged again. */
    static void mark(Marks marks, ParkTime time, String point, Instant from, Instant to) {
        if (from.isBefore(to)) {
            marks.mark(Mark.Kind.DISCHARGE_HOUR, point, starts(time, Step.HOUR, from, to));
            marks.mark(Mark.Kind.DISCHARGE_DAY, point, starts(time, Step.DAY, from, to));
        }
    }

    private static List<Long> starts(ParkTime time, Step step, Instant from, Instant to) {
        List<Long> starts = new ArrayList<>();
        Instant start = time.startOf(step, from);
        while (start.isBefore(to)) {
            starts.add(start.toEpochMilli());
            start = time.endOf(step, start);
        }
        return starts;
    }
}
