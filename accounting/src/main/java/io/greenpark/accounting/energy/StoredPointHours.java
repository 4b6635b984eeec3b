package io.greenpark.accounting.energy;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.work.TimeRange;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The hours that the books have of an enterprise's points, before they are recomputed: those around the touched time are
 * read at once, those farther off when they are asked for.
 */
final class StoredPointHours {

    private final Handle handle;
    private final TimeRange around;
    private final Map<String, TreeMap<Long, StoredHour>> hours;

    private StoredPointHours(Handle handle, TimeRange around, Map<String, TreeMap<Long, StoredHour>> hours) {
        this.handle = handle;
        this.around = around;
        this.hours = hours;
    }

    static StoredPointHours load(Handle handle, Collection<String> points, TimeRange around) {
        return new StoredPointHours(handle, around, EnergyHourPointTable.load(handle, points, around));
    }

    /** The hours of a point in {@code [fromMs, toMs)}, not to be changed. */
    NavigableMap<Long, StoredHour> of(String point, long fromMs, long toMs) {
        if (fromMs < around.fromMs() || toMs > around.toMs()) {
            return EnergyHourPointTable.load(handle, List.of(point), new TimeRange(fromMs, toMs))
                    .getOrDefault(point, new TreeMap<>());
        }
        TreeMap<Long, StoredHour> all = hours.get(point);
        return all == null || fromMs >= toMs ? Collections.emptyNavigableMap() : all.subMap(fromMs, true, toMs, false);
    }

    /** The first hour of a time range whose state rests on samples before a time; null if there is none. */
    @Nullable
    Long firstResting(String point, TimeRange range, long beforeMs) {
        return EnergyHourPointTable.firstResting(handle, point, range, beforeMs);
    }

    /** The restart of the newest hour that ends at or before a time; null if there is none. */
    @Nullable
    Long restartBefore(String point, long endMs) {
        if (endMs <= around.toMs()) {
            long to = Math.max(around.fromMs(), endMs - HOUR_MS + 1);
            for (StoredHour stored :
                    of(point, around.fromMs(), to).descendingMap().values()) {
                if (stored.hour().restartMs() != null) {
                    return stored.hour().restartMs();
                }
            }
        }
        return EnergyHourPointTable.restartBefore(handle, point, endMs);
    }
}
