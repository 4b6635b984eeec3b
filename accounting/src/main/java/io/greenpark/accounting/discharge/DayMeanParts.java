package io.greenpark.accounting.discharge;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.discharge.DischargeMean.Part;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.Point;
import io.greenpark.park.time.ParkTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the hours of a point's two newest days bring to the days' means, kept in memory from one booking to the next:
 * otherwise a value per minute means adding up the whole day again every minute. An hour in which a sample arrives is
 * forgotten. It takes some 4 KB per point. Used by the one thread that books.
 */
final class DayMeanParts {
    private static final int DAYS_PER_POINT = 2;

    private final Map<String, TreeMap<Long, HourParts>> days = new HashMap<>();
    private final Map<String, Origin> origins = new HashMap<>();

    /** With which facts, and in which calendar, the parts of a point were made. */
    private record Origin(Point point, ParkTime time) {}

    /** The parts of one day by hour of sample time, and one more hour for samples stamped at the day's end. */
    private static final class HourParts {
        private final TimeRange hours;
        private final @Nullable Part[] parts;

        private HourParts(TimeRange hours) {
            this.hours = hours;
            this.parts = new @Nullable Part[Math.toIntExact((hours.toMs() - hours.fromMs()) / HOUR_MS)];
        }

        private int index(long timeMs) {
            return Math.toIntExact(Math.floorDiv(timeMs - hours.fromMs(), HOUR_MS));
        }

        private @Nullable Part get(long timeMs) {
            return hours.contains(timeMs) ? parts[index(timeMs)] : null;
        }

        private void set(long timeMs, @Nullable Part part) {
            if (hours.contains(timeMs)) {
                parts[index(timeMs)] = part;
            }
        }
    }

    /** To be called before a point's parts are asked for: other facts make other means of the same samples. */
    void madeFor(Point point, ParkTime time) {
        Origin origin = new Origin(point, time);
        if (!origin.equals(origins.put(point.id(), origin))) {
            days.remove(point.id());
        }
    }

    /** Whether every hour of a day is known, apart from those in {@code except}. */
    boolean knowsDay(String point, long dayMs, TimeRange hours, TimeRange except) {
        for (long hour = hours.fromMs(); hour < hours.toMs(); hour += HOUR_MS) {
            if (!except.contains(hour) && get(point, dayMs, hour) == null) {
                return false;
            }
        }
        return true;
    }

    /** What an hour brings to a day; null if that is not known. */
    @Nullable
    Part get(String point, long dayMs, long hourMs) {
        TreeMap<Long, HourParts> daysOfPoint = days.get(point);
        HourParts day = daysOfPoint == null ? null : daysOfPoint.get(dayMs);
        return day == null ? null : day.get(hourMs);
    }

    /**
     * Keeps what an hour brings to a day; of days older than the newest two it keeps nothing.
     *
     * @param hours all hours of the day
     */
    void keep(String point, long dayMs, TimeRange hours, long hourMs, Part part) {
        TreeMap<Long, HourParts> daysOfPoint = days.computeIfAbsent(point, p -> new TreeMap<>());
        if (daysOfPoint.size() >= DAYS_PER_POINT && !daysOfPoint.containsKey(dayMs)) {
            if (dayMs < daysOfPoint.firstKey()) {
                return;
            }
            daysOfPoint.pollFirstEntry();
        }
        daysOfPoint.computeIfAbsent(dayMs, d -> new HourParts(hours)).set(hourMs, part);
    }

    void forgetHoursOf(List<Reading> readings) {
        for (Reading r : readings) {
            TreeMap<Long, HourParts> daysOfPoint = days.get(r.pointId());
            if (daysOfPoint != null) {
                daysOfPoint.values().forEach(day -> day.set(r.timeMs(), null));
            }
        }
    }

    void clear() {
        days.clear();
    }
}
