package io.greenpark.accounting.discharge;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.discharge.DischargeMean.Part;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.Point;
import io.greenpark.park.time.ParkTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the slices of a point's two newest days bring to the days' means, kept in memory from one booking to the next:
 * otherwise a value per minute means adding up the whole day again every minute. A slice is as long as most hours, from the
 * begin of the day on; the last one ends with the day. One in which a sample arrives is forgotten. It takes some 5 KB per
 * point. Used by the one thread that books.
 */
final class DayMeanParts {
    private static final int DAYS_PER_POINT = 2;

    private final Map<String, TreeMap<Long, SliceParts>> days = new HashMap<>();
    private final Map<String, Origin> origins = new HashMap<>();

    /** With which facts, and in which calendar, the parts of a point were made. */
    private record Origin(Point point, ParkTime time) {}

    /** The parts of one day by slice. */
    private static final class SliceParts {
        private final TimeRange day;
        private final @Nullable Part[] parts;

        private SliceParts(TimeRange day) {
            this.day = day;
            this.parts = new @Nullable Part[Math.toIntExact((day.toMs() - day.fromMs() + HOUR_MS - 1) / HOUR_MS)];
        }

        private int index(long timeMs) {
            return Math.toIntExact(Math.floorDiv(timeMs - day.fromMs(), HOUR_MS));
        }

        private @Nullable Part get(long timeMs) {
            return day.contains(timeMs) ? parts[index(timeMs)] : null;
        }

        private void set(long timeMs, @Nullable Part part) {
            if (day.contains(timeMs)) {
                parts[index(timeMs)] = part;
            }
        }
    }

    /** The slices of a day. */
    static List<TimeRange> slices(TimeRange day) {
        List<TimeRange> slices = new ArrayList<>();
        for (long from = day.fromMs(); from < day.toMs(); from += HOUR_MS) {
            slices.add(new TimeRange(from, Math.min(from + HOUR_MS, day.toMs())));
        }
        return slices;
    }

    /** To be called before a point's parts are asked for: other facts make other means of the same samples. */
    void madeFor(Point point, ParkTime time) {
        Origin origin = new Origin(point, time);
        if (!origin.equals(origins.put(point.id(), origin))) {
            days.remove(point.id());
        }
    }

    /** Whether every slice of a day is known, apart from those that meet {@code except}. */
    boolean knowsDay(String point, TimeRange day, TimeRange except) {
        for (TimeRange slice : slices(day)) {
            if (!except.meets(slice) && get(point, day, slice) == null) {
                return false;
            }
        }
        return true;
    }

    /** What a slice brings to its day; null if that is not known. */
    @Nullable
    Part get(String point, TimeRange day, TimeRange slice) {
        TreeMap<Long, SliceParts> daysOfPoint = days.get(point);
        SliceParts parts = daysOfPoint == null ? null : daysOfPoint.get(day.fromMs());
        return parts == null ? null : parts.get(slice.fromMs());
    }

    /** Keeps what a slice brings to its day; of days older than the newest two it keeps nothing. */
    void keep(String point, TimeRange day, TimeRange slice, Part part) {
        TreeMap<Long, SliceParts> daysOfPoint = days.computeIfAbsent(point, p -> new TreeMap<>());
        if (daysOfPoint.size() >= DAYS_PER_POINT && !daysOfPoint.containsKey(day.fromMs())) {
            if (day.fromMs() < daysOfPoint.firstKey()) {
                return;
            }
            daysOfPoint.pollFirstEntry();
        }
        daysOfPoint.computeIfAbsent(day.fromMs(), d -> new SliceParts(day)).set(slice.fromMs(), part);
    }

    void forgetSlicesOf(List<Reading> readings) {
        for (Reading r : readings) {
            TreeMap<Long, SliceParts> daysOfPoint = days.get(r.pointId());
            if (daysOfPoint != null) {
                daysOfPoint.values().forEach(day -> day.set(r.timeMs(), null));
            }
        }
    }

    void clear() {
        days.clear();
    }
}
