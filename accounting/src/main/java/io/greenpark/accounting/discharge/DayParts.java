package io.greenpark.accounting.discharge;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.work.TimeRange;
import io.greenpark.accounting.work.UpsertListener;
import io.greenpark.park.discharge.DischargeMean.Part;
import io.greenpark.park.reading.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the hours of a point's two newest days bring to the days' means, kept in memory from one booking to the next:
 * otherwise a value a minute means reading the whole day again every minute. An hour in which a sample arrives is
 * forgotten. It takes some 4 KB a point. Used by the one thread that books.
 */
public final class DayParts implements UpsertListener {
    private static final int DAYS_OF_A_POINT = 2;

    private final Map<String, TreeMap<Long, Hours>> days = new HashMap<>();

    /** One day's: by the hour in which the samples' times lie, the last of which begins with the day's end. */
    private static final class Hours {
        private final TimeRange span;
        private final @Nullable Part[] parts;

        private Hours(TimeRange span) {
            this.span = span;
            this.parts = new @Nullable Part[Math.toIntExact((span.toMs() - span.fromMs()) / HOUR_MS)];
        }

        private int place(long timeMs) {
            return Math.toIntExact(Math.floorDiv(timeMs - span.fromMs(), HOUR_MS));
        }

        private @Nullable Part at(long timeMs) {
            return timeMs < span.fromMs() || timeMs >= span.toMs() ? null : parts[place(timeMs)];
        }

        private void put(long timeMs, @Nullable Part part) {
            if (timeMs >= span.fromMs() && timeMs < span.toMs()) {
                parts[place(timeMs)] = part;
            }
        }
    }

    /** Whether every hour of a day is known, those in {@code but} aside. */
    boolean knows(String point, long dayMs, TimeRange hours, TimeRange but) {
        for (long hour = hours.fromMs(); hour < hours.toMs(); hour += HOUR_MS) {
            if ((hour < but.fromMs() || hour >= but.toMs()) && of(point, dayMs, hour) == null) {
                return false;
            }
        }
        return true;
    }

    /** What an hour brings to a day; null if that is not known. */
    @Nullable
    Part of(String point, long dayMs, long hourMs) {
        TreeMap<Long, Hours> of = days.get(point);
        Hours day = of == null ? null : of.get(dayMs);
        return day == null ? null : day.at(hourMs);
    }

    /**
     * Keeps what an hour brings to a day; of days older than the newest two it keeps nothing.
     *
     * @param hours all hours of the day
     */
    void keep(String point, long dayMs, TimeRange hours, long hourMs, Part part) {
        TreeMap<Long, Hours> of = days.computeIfAbsent(point, p -> new TreeMap<>());
        if (of.size() >= DAYS_OF_A_POINT && !of.containsKey(dayMs)) {
            if (dayMs < of.firstKey()) {
                return;
            }
            of.pollFirstEntry();
        }
        of.computeIfAbsent(dayMs, d -> new Hours(hours)).put(hourMs, part);
    }

    @Override
    public void put(List<Reading> readings) {
        for (Reading r : readings) {
            TreeMap<Long, Hours> of = days.get(r.pointId());
            if (of != null) {
                of.values().forEach(day -> day.put(r.timeMs(), null));
            }
        }
    }

    @Override
    public void unsure() {
        days.clear();
    }
}
