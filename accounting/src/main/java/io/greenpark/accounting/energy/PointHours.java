package io.greenpark.accounting.energy;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.work.ReadingPrefetch;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.energy.HourBooking;
import io.greenpark.park.energy.HourlyEnergy;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.time.ParkTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Books touched hours of one point anew. Around them it recomputes what depends on them: for a register from the last
 * confirmed value before to where the new state meets the stored one, for everything else as far as a sample reaches.
 */
final class PointHours {
    private static final long FORWARD_MS = 6 * HOUR_MS;
    private static final long CONTINUE_MS = 24 * HOUR_MS;
    /** A register that moves is known soon after; one that stands still may take two days. */
    private static final long LOOK_AHEAD_MS = 3 * HOUR_MS;

    private static final long LOOK_FARTHER_MS = 48 * HOUR_MS;

    /**
     * What came of it.
     *
     * @param hours the bookings of the recomputed hours
     * @param former what stood there
     * @param further hours yet to be booked since the states have not met; null if they have
     */
    record Outcome(
            Point point,
            TimeRange span,
            List<HourBooking> hours,
            NavigableMap<Long, HourTable.Stored> former,
            @Nullable TimeRange further) {
        /** The bookings that differ from what stands; hours never booked and still missing are left out. */
        List<HourBooking> changed() {
            List<HourBooking> changed = new ArrayList<>();
            for (HourBooking h : hours) {
                HourTable.Stored was = former.get(h.hourMs());
                if (was == null ? h.amount() != null : !was.booking().equals(h)) {
                    changed.add(h);
                }
            }
            return changed;
        }
    }

    private final StoredHours stored;
    private final ReadingStore readings;
    private final ReadingPrefetch ahead;
    private final Point point;
    private final ParkTime time;
    private final long reachMs;

    PointHours(StoredHours stored, ReadingStore readings, ReadingPrefetch ahead, Point point, ParkTime time) {
        this.stored = stored;
        this.readings = readings;
        this.ahead = ahead;
        this.point = point;
        this.time = time;
        this.reachMs = HourlyEnergy.reachMs(point);
    }

    /** The samples that booking these hours usually asks for. */
    static TimeRange reach(Point point, TimeRange touched) {
        long reach = HourlyEnergy.reachMs(point);
        boolean register = HourlyEnergy.register(point);
        return new TimeRange(
                touched.fromMs() - 2 * reach - HOUR_MS,
                touched.toMs() + (register ? Math.max(FORWARD_MS, reach) + LOOK_AHEAD_MS : 2 * reach) + 2 * HOUR_MS);
    }

    private long hourOf(long timeMs) {
        return time.hourOf(Instant.ofEpochMilli(timeMs)).toEpochMilli();
    }

    Outcome book(TimeRange touched) {
        return HourlyEnergy.register(point) ? bookRegister(touched) : bookPeriods(touched);
    }

    private Outcome bookPeriods(TimeRange touched) {
        long from = hourOf(touched.fromMs() - reachMs);
        long to = hourOf(touched.toMs() + reachMs) + HOUR_MS;
        List<Sample> samples = ahead.range(readings, point.id(), from - reachMs, to + reachMs);
        List<HourBooking> hours = HourlyEnergy.book(
                        point, time, samples, Long.MIN_VALUE, corrected(from - reachMs, to + reachMs), from, to)
                .hours();
        return new Outcome(point, new TimeRange(from, to), hours, stored.of(point.id(), from, to), null);
    }

    private Outcome bookRegister(TimeRange touched) {
        Long back = stored.restartBefore(point.id(), hourOf(touched.fromMs()));
        long from = hourOf(Math.min(touched.fromMs() - reachMs, back == null ? firstMs(touched) : back));
        long to = hourOf(touched.toMs() + Math.max(FORWARD_MS, reachMs)) + HOUR_MS;
        Long restart = stored.restartBefore(point.id(), from);
        List<HourBooking> hours = settled(restart, restart == null ? firstMs(touched) : restart, from, to);
        NavigableMap<Long, HourTable.Stored> former = stored.of(point.id(), from, to);
        int met = meeting(hours, former, touched.toMs());
        if (met >= 0) {
            long end = hours.get(met).hourMs() + HOUR_MS;
            return new Outcome(point, new TimeRange(from, end), hours.subList(0, met + 1), former, null);
        }
        boolean more = ahead.firstFrom(readings, point.id(), to).isPresent();
        return new Outcome(
                point, new TimeRange(from, to), hours, former, more ? new TimeRange(to, to + CONTINUE_MS) : null);
    }

    private long firstMs(TimeRange touched) {
        return readings.firstFrom(point.id(), 0).map(Sample::timeMs).orElse(touched.fromMs());
    }

    /** Loads as many samples after the hours as it takes to know them. */
    private List<HourBooking> settled(@Nullable Long restart, long start, long from, long to) {
        long loadFrom = Math.min(start, from - reachMs);
        long farther = LOOK_AHEAD_MS;
        while (true) {
            long loadTo = to + farther;
            List<Sample> samples = ahead.range(readings, point.id(), loadFrom, loadTo);
            HourlyEnergy.Booked booked = HourlyEnergy.book(
                    point,
                    time,
                    samples,
                    restart == null ? Long.MIN_VALUE : restart,
                    corrected(from - reachMs, to + reachMs),
                    from,
                    to);
            Optional<Sample> beyond =
                    booked.settledMs() >= to ? Optional.empty() : ahead.firstFrom(readings, point.id(), loadTo);
            if (beyond.isEmpty()) {
                return booked.hours();
            }
            farther = Math.max(
                    Math.max(2 * farther, LOOK_FARTHER_MS), beyond.get().timeMs() - to + LOOK_AHEAD_MS);
        }
    }

    private List<Long> corrected(long fromMs, long toMs) {
        return readings.superseded(point.id(), fromMs, toMs).stream()
                .map(Sample::timeMs)
                .distinct()
                .toList();
    }

    /** The first hour after the touched ones at whose end the register's state is the stored one; -1 if there is none. */
    private static int meeting(List<HourBooking> hours, Map<Long, HourTable.Stored> former, long touchedToMs) {
        for (int i = 0; i < hours.size(); i++) {
            HourBooking h = hours.get(i);
            HourTable.Stored was = former.get(h.hourMs());
            Long restart = h.restartMs();
            if (was != null && restart != null && restart >= touchedToMs && h.equals(was.booking())) {
                return i;
            }
        }
        return -1;
    }
}
