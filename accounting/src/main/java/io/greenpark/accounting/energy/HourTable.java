package io.greenpark.accounting.energy;

import io.greenpark.park.energy.HourBooking;
import io.greenpark.park.energy.Quality;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The table {@code energy_hour_point}: what each point used in each hour. Hours never booked have no row. */
final class HourTable {
    private static final long HOUR_MS = 3_600_000;

    /** A booking as it stands, and since when. */
    record Stored(HourBooking booking, long bookedMs) {}

    private HourTable() {}

    static TreeMap<Long, Stored> of(Handle handle, String point, long fromMs, long toMs) {
        TreeMap<Long, Stored> hours = new TreeMap<>();
        handle.createQuery("SELECT hour_ms, amount, covered_ms, quality, restart_ms, booked_ms FROM energy_hour_point"
                        + " WHERE point = :point AND hour_ms >= :from AND hour_ms < :to")
                .bind("point", point)
                .bind("from", fromMs)
                .bind("to", toMs)
                .map((row, context) -> new Stored(booking(row), row.getLong("booked_ms")))
                .forEach(s -> hours.put(s.booking().hourMs(), s));
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

    /** First and last hour that has a row; null if there is none. */
    static long @Nullable [] extent(Handle handle, String point) {
        return handle.createQuery("SELECT min(hour_ms) AS first_ms, max(hour_ms) AS last_ms FROM energy_hour_point"
                        + " WHERE point = :point")
                .bind("point", point)
                .map((row, context) -> {
                    Long first = longOrNull(row, "first_ms");
                    return first == null ? null : new long[] {first, row.getLong("last_ms")};
                })
                .findOne()
                .orElse(null);
    }

    /** Writes bookings; one that had covered its hour and stood for {@code historyAfter} goes to the history. */
    static void write(
            Handle handle,
            String point,
            List<HourBooking> changed,
            Map<Long, Stored> former,
            long nowMs,
            Duration historyAfter) {
        if (changed.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("INSERT INTO energy_hour_point"
                + " (point, hour_ms, amount, covered_ms, quality, restart_ms, booked_ms)"
                + " VALUES (:point, :hour, :amount, :covered, :quality, :restart, :booked)"
                + " ON CONFLICT (point, hour_ms) DO UPDATE SET amount = excluded.amount,"
                + " covered_ms = excluded.covered_ms, quality = excluded.quality,"
                + " restart_ms = excluded.restart_ms, booked_ms = excluded.booked_ms");
        for (HourBooking h : changed) {
            Stored was = former.get(h.hourMs());
            long bookedMs = nowMs;
            if (was != null && sameFigure(was.booking(), h)) {
                bookedMs = was.bookedMs();
            } else if (was != null) {
                remember(handle, point, was, nowMs, historyAfter);
            }
            batch.bind("point", point)
                    .bind("hour", h.hourMs())
                    .bind("amount", h.amount())
                    .bind("covered", h.coveredMs())
                    .bind("quality", h.quality().name())
                    .bind("restart", h.restartMs())
                    .bind("booked", bookedMs)
                    .add();
        }
        batch.execute();
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
