package io.greenpark.accounting.energy;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.history.AccountHistoryTable;
import io.greenpark.accounting.history.AccountHistoryTable.FormerFigure;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.energy.EnergyHour;
import io.greenpark.park.energy.Quality;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The table {@code energy_hour_point}: what each point used in each hour. Hours never booked have no row. */
final class EnergyHourPointTable {

    /** An hour in the books, and since when. */
    record StoredHour(EnergyHour hour, long bookedMs) {}

    private EnergyHourPointTable() {}

    /** The hours of some points that start in a time range, by point and start. */
    static Map<String, TreeMap<Long, StoredHour>> load(Handle handle, Collection<String> points, TimeRange range) {
        Map<String, TreeMap<Long, StoredHour>> hours = new HashMap<>();
        handle.createQuery("SELECT point, hour_ms, amount, covered_ms, quality, restart_ms, booked_ms"
                        + " FROM energy_hour_point WHERE point IN (<points>) AND hour_ms >= :from AND hour_ms < :to")
                .bindList("points", points)
                .bind("from", range.fromMs())
                .bind("to", range.toMs())
                .map((row, context) ->
                        Map.entry(row.getString("point"), new StoredHour(hour(row), row.getLong("booked_ms"))))
                .forEach(e -> hours.computeIfAbsent(e.getKey(), p -> new TreeMap<>())
                        .put(e.getValue().hour().hourMs(), e.getValue()));
        return hours;
    }

    private static EnergyHour hour(ResultSet row) throws SQLException {
        return new EnergyHour(
                row.getLong("hour_ms"),
                longOrNull(row, "amount"),
                row.getLong("covered_ms"),
                Quality.valueOf(row.getString("quality")),
                longOrNull(row, "restart_ms"));
    }

    static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** The restart of the newest hour that ends at or before a time; null if there is none. */
    static @Nullable Long restartBefore(Handle handle, String point, long endMs) {
        return handle.createQuery("SELECT restart_ms FROM energy_hour_point WHERE point = :point"
                        + " AND hour_ms <= :hour AND restart_ms IS NOT NULL ORDER BY hour_ms DESC LIMIT 1")
                .bind("point", point)
                .bind("hour", endMs - HOUR_MS)
                .mapTo(Long.class)
                .findOne()
                .orElse(null);
    }

    /** The first hour of a time range whose state rests on samples before a time; null if there is none. */
    static @Nullable Long firstResting(Handle handle, String point, TimeRange range, long beforeMs) {
        return handle.createQuery(
                        "SELECT hour_ms FROM energy_hour_point WHERE point = :point AND hour_ms >= :from"
                                + " AND hour_ms < :to AND (restart_ms IS NULL OR restart_ms < :before) ORDER BY hour_ms LIMIT 1")
                .bind("point", point)
                .bind("from", range.fromMs())
                .bind("to", range.toMs())
                .bind("before", beforeMs)
                .mapTo(Long.class)
                .findOne()
                .orElse(null);
    }

    /** Writes changed hours; a former one that was complete and is older than {@code historyAfter} goes to the history. */
    static void write(Handle handle, List<PointBooking> bookings, long nowMs, Duration historyAfter) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO energy_hour_point"
                + " (point, hour_ms, amount, covered_ms, quality, restart_ms, booked_ms)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (point, hour_ms) DO UPDATE SET amount = excluded.amount,"
                + " covered_ms = excluded.covered_ms, quality = excluded.quality,"
                + " restart_ms = excluded.restart_ms, booked_ms = excluded.booked_ms");
        for (PointBooking booking : bookings) {
            String point = booking.point().id();
            for (EnergyHour h : booking.changed()) {
                StoredHour was = booking.former().get(h.hourMs());
                long bookedMs = nowMs;
                if (was != null && sameFigure(was.hour(), h)) {
                    bookedMs = was.bookedMs();
                } else if (was != null) {
                    keepFormer(handle, point, was, nowMs, historyAfter);
                }
                batch.add(
                        point,
                        h.hourMs(),
                        h.amount(),
                        h.coveredMs(),
                        h.quality().name(),
                        h.restartMs(),
                        bookedMs);
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    static boolean sameFigure(EnergyHour a, EnergyHour b) {
        return Objects.equals(a.amount(), b.amount()) && a.coveredMs() == b.coveredMs() && a.quality() == b.quality();
    }

    private static void keepFormer(Handle handle, String point, StoredHour was, long nowMs, Duration historyAfter) {
        EnergyHour hour = was.hour();
        if (nowMs - was.bookedMs() >= historyAfter.toMillis() && hour.coveredMs() >= HOUR_MS) {
            FormerFigure former = new FormerFigure(
                    "ENERGY_HOUR",
                    point,
                    hour.hourMs(),
                    String.valueOf(hour.amount()),
                    hour.quality().name(),
                    was.bookedMs());
            AccountHistoryTable.add(handle, former, nowMs);
        }
    }
}
