package io.greenpark.accounting.energy;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.energy.HourBooking;
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
final class HourTable {
    /** A booking as it stands, and since when. */
    record Stored(HourBooking booking, long bookedMs) {}

    private HourTable() {}

    /** The hours of some points whose start lies in a span. */
    static Map<String, TreeMap<Long, Stored>> of(Handle handle, Collection<String> points, TimeRange span) {
        Map<String, TreeMap<Long, Stored>> hours = new HashMap<>();
        handle.createQuery("SELECT point, hour_ms, amount, covered_ms, quality, restart_ms, booked_ms"
                        + " FROM energy_hour_point WHERE point IN (<points>) AND hour_ms >= :from AND hour_ms < :to")
                .bindList("points", points)
                .bind("from", span.fromMs())
                .bind("to", span.toMs())
                .map((row, context) ->
                        Map.entry(row.getString("point"), new Stored(booking(row), row.getLong("booked_ms"))))
                .forEach(e -> hours.computeIfAbsent(e.getKey(), p -> new TreeMap<>())
                        .put(e.getValue().booking().hourMs(), e.getValue()));
        return hours;
    }

    private static HourBooking booking(ResultSet row) throws SQLException {
        return new HourBooking(
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

    /** Writes bookings; one that had covered its hour and stood for {@code historyAfter} goes to the history. */
    static void write(Handle handle, List<PointHours.Outcome> outcomes, long nowMs, Duration historyAfter) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO energy_hour_point"
                + " (point, hour_ms, amount, covered_ms, quality, restart_ms, booked_ms)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (point, hour_ms) DO UPDATE SET amount = excluded.amount,"
                + " covered_ms = excluded.covered_ms, quality = excluded.quality,"
                + " restart_ms = excluded.restart_ms, booked_ms = excluded.booked_ms");
        for (PointHours.Outcome outcome : outcomes) {
            String point = outcome.point().id();
            for (HourBooking h : outcome.changed()) {
                Stored was = outcome.former().get(h.hourMs());
                long bookedMs = nowMs;
                if (was != null && sameFigure(was.booking(), h)) {
                    bookedMs = was.bookedMs();
                } else if (was != null) {
                    remember(handle, point, was, nowMs, historyAfter);
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

    static boolean sameFigure(HourBooking a, HourBooking b) {
        return Objects.equals(a.amount(), b.amount()) && a.coveredMs() == b.coveredMs() && a.quality() == b.quality();
    }

    private static void remember(Handle handle, String point, Stored was, long nowMs, Duration historyAfter) {
        boolean stood = nowMs - was.bookedMs() >= historyAfter.toMillis();
        if (!stood || was.booking().coveredMs() < HOUR_MS) {
            return;
        }
        handle.createUpdate("INSERT INTO account_history"
                        + " (kind, subject, start_ms, replaced_ms, figure, quality, booked_ms)"
                        + " VALUES ('ENERGY_HOUR', :point, :start, :replaced, :figure, :quality, :booked)"
                        + " ON CONFLICT (kind, subject, start_ms, replaced_ms) DO NOTHING")
                .bind("point", point)
                .bind("start", was.booking().hourMs())
                .bind("replaced", nowMs)
                .bind("figure", String.valueOf(was.booking().amount()))
                .bind("quality", was.booking().quality().name())
                .bind("booked", was.bookedMs())
                .execute();
    }
}
