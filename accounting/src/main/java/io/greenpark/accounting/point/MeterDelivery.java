package io.greenpark.accounting.point;

import io.greenpark.accounting.energy.HourBook;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.registry.Point;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much of what was to come from meters came: of each, day by day. Any thread may ask. */
public final class MeterDelivery {
    private final Books books;
    private final Clock clock;

    public MeterDelivery(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    /** By point and day of one calendar; a day on which a meter was not in use, or that is not over, is absent. */
    public Map<String, TreeMap<LocalDate, Delivery>> of(
            Collection<Point> points, ParkTime time, LocalDate from, LocalDate to) {
        Instant asked = time.startOf(to);
        Instant today = time.startOf(Step.DAY, clock.instant());
        PeriodSpan span = new PeriodSpan(time, Step.DAY, time.startOf(from), asked.isBefore(today) ? asked : today);
        List<Point> meters = points.stream().filter(PointAccounts::isMeter).toList();
        Map<String, long[]> known = new HashMap<>();
        books.read(handle -> {
            HourBook.over(handle)
                    .each(
                            meters.stream().map(Point::id).toList(),
                            span.whole(),
                            (point, stored) -> known.computeIfAbsent(
                                                    point,
                                                    p -> new long[span.periods().size()])[
                                            span.indexOf(stored.hour().hourMs())] +=
                                    stored.hour().coveredMs());
            return known;
        });
        Map<String, TreeMap<LocalDate, Delivery>> delivered = new HashMap<>();
        meters.forEach(p -> delivered.put(
                p.id(),
                days(
                        p,
                        time,
                        span,
                        known.getOrDefault(p.id(), new long[span.periods().size()]))));
        return delivered;
    }

    private static TreeMap<LocalDate, Delivery> days(Point point, ParkTime time, PeriodSpan span, long[] known) {
        TreeMap<LocalDate, Delivery> days = new TreeMap<>();
        for (int i = 0; i < span.periods().size(); i++) {
            TimeRange day = span.periods().get(i);
            long used = PeriodSpan.usedMs(point, day);
            if (used > 0) {
                days.put(
                        time.dayOf(Instant.ofEpochMilli(day.fromMs())),
                        new Delivery(used, Math.min(used, known[i]), 0, 0));
            }
        }
        return days;
    }
}
