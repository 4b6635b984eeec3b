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

/** The stored hours of an enterprise's points around the touched time, read at once; what lies farther off is asked for. */
final class StoredHours {
    private final Handle handle;
    private final TimeRange around;
    private final Map<String, TreeMap<Long, HourTable.Stored>> hours;

    private StoredHours(Handle handle, TimeRange around, Map<String, TreeMap<Long, HourTable.Stored>> hours) {
        this.handle = handle;
        this.around = around;
        this.hours = hours;
    }

    static StoredHours load(Handle handle, Collection<String> points, TimeRange around) {
        return new StoredHours(handle, around, HourTable.of(handle, points, around));
    }

    /** The hours of a point in {@code [fromMs, toMs)}, not to be changed. */
    NavigableMap<Long, HourTable.Stored> of(String point, long fromMs, long toMs) {
        if (fromMs < around.fromMs() || toMs > around.toMs()) {
            return HourTable.of(handle, List.of(point), new TimeRange(fromMs, toMs))
                    .getOrDefault(point, new TreeMap<>());
        }
        TreeMap<Long, HourTable.Stored> all = hours.get(point);
        return all == null || fromMs >= toMs ? Collections.emptyNavigableMap() : all.subMap(fromMs, true, toMs, false);
    }

    /** The restart of the newest hour that ends at or before a time; null if there is none. */
    @Nullable
    Long restartBefore(String point, long endMs) {
        if (endMs <= around.toMs()) {
            for (HourTable.Stored s : of(point, around.fromMs(), Math.max(around.fromMs(), endMs - HOUR_MS + 1))
                    .descendingMap()
                    .values()) {
                if (s.booking().restartMs() != null) {
                    return s.booking().restartMs();
                }
            }
        }
        return HourTable.restartBefore(handle, point, endMs);
    }
}
