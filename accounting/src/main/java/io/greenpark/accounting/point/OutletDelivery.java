package io.greenpark.accounting.point;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.discharge.DischargeAccounts;
import io.greenpark.accounting.discharge.DischargeBooker;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.discharge.MeanValidity;
import io.greenpark.park.registry.Point;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What points of outlets delivered on days that are over, day by day. Any thread may ask. */
public final class OutletDelivery {
    private static final Duration DAY = Duration.ofDays(1);

    private final DischargeAccounts discharges;
    private final Clock clock;

    public OutletDelivery(DischargeAccounts discharges, Clock clock) {
        this.discharges = discharges;
        this.clock = clock;
    }

    /** By point and day of one calendar; a day on which a point was not in use, or that is not over, is absent. */
    public Map<String, TreeMap<LocalDate, Delivery>> of(
            Collection<Point> points, ParkTime time, LocalDate from, LocalDate to) {
        PeriodSpan span = new PeriodSpan(time, Step.DAY, time.startOf(from), over(time, to));
        List<Point> measured = points.stream().filter(DischargeBooker::concerns).toList();
        List<String> ids = measured.stream().map(Point::id).toList();
        Map<String, long[]> known = new HashMap<>();
        Map<String, int[]> valid = new HashMap<>();
        int days = span.periods().size();
        Instant first = Instant.ofEpochMilli(span.whole().fromMs());
        Instant last = Instant.ofEpochMilli(span.whole().toMs());
        discharges.each(ids, first, last, Step.DAY, (point, row) -> {
            int day = span.indexOf(row.from().toEpochMilli());
            known.computeIfAbsent(point, p -> new long[days])[day] = Math.round(
                    row.completeness() * Duration.between(row.from(), row.to()).toMillis());
        });
        discharges.each(ids, first, last, Step.HOUR, (point, row) -> {
            if (MeanValidity.isValid(row.completeness(), MeanValidity.DEFAULT_MIN_PERCENT)) {
                valid.computeIfAbsent(point, p -> new int[days])[
                        span.indexOf(row.from().toEpochMilli())]++;
            }
        });
        Map<String, TreeMap<LocalDate, Delivery>> delivered = new HashMap<>();
        for (Point point : measured) {
            delivered.put(
                    point.id(),
                    days(
                            point,
                            time,
                            span,
                            known.getOrDefault(point.id(), new long[days]),
                            valid.getOrDefault(point.id(), new int[days])));
        }
        return delivered;
    }

    private Instant over(ParkTime time, LocalDate to) {
        Instant asked = time.startOf(to);
        Instant today = time.startOf(Step.DAY, clock.instant());
        return asked.isBefore(today) ? asked : today;
    }

    private static TreeMap<LocalDate, Delivery> days(
            Point point, ParkTime time, PeriodSpan span, long[] known, int[] valid) {
        boolean hourly = point.facts().stream().anyMatch(f -> f.period().compareTo(DAY) < 0);
        TreeMap<LocalDate, Delivery> days = new TreeMap<>();
        for (int i = 0; i < span.periods().size(); i++) {
            TimeRange day = span.periods().get(i);
            long used = PeriodSpan.usedMs(point, day);
            if (used > 0) {
                int due = hourly ? (int) ((used + HOUR_MS - 1) / HOUR_MS) : 0;
                days.put(
                        time.dayOf(Instant.ofEpochMilli(day.fromMs())),
                        new Delivery(used, Math.min(used, known[i]), due, Math.min(due, valid[i])));
            }
        }
        return days;
    }
}
