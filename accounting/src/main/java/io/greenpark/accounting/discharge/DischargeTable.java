package io.greenpark.accounting.discharge;

import io.greenpark.park.discharge.DischargeMean.Mean;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.time.Step;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables {@code discharge_hour} and {@code discharge_day}. Periods never booked have no row. */
final class DischargeTable {
    /** A mean as it stands, and since when. */
    record Stored(Mean mean, long bookedMs) {}

    private DischargeTable() {}

    static String name(Step step) {
        return switch (step) {
            case HOUR -> "discharge_hour";
            case DAY -> "discharge_day";
            case MONTH ->
                throw new IllegalArgumentException("discharge means are kept per hour and day, not per month");
        };
    }

    static TreeMap<Long, Stored> of(Handle handle, Step step, String point, long fromMs, long toMs) {
        TreeMap<Long, Stored> rows = new TreeMap<>();
        handle.createQuery("SELECT start_ms, mean, valid_samples, completeness, quality, booked_ms FROM " + name(step)
                        + " WHERE point = :point AND start_ms >= :from AND start_ms < :to")
                .bind("point", point)
                .bind("from", fromMs)
                .bind("to", toMs)
                .map((row, context) -> Map.entry(row.getLong("start_ms"), stored(row)))
                .forEach(e -> rows.put(e.getKey(), e.getValue()));
        return rows;
    }

    static List<Long> starts(Handle handle, Step step, String point, long afterMs, int max) {
        return handle.createQuery("SELECT start_ms FROM " + name(step)
                        + " WHERE point = :point AND start_ms > :after ORDER BY start_ms LIMIT :max")
                .bind("point", point)
                .bind("after", afterMs)
                .bind("max", max)
                .mapTo(Long.class)
                .list();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        String mean = row.getString("mean");
        return new Stored(
                new Mean(
                        mean == null ? null : new BigDecimal(mean),
                        row.getInt("valid_samples"),
                        row.getDouble("completeness"),
                        Quality.valueOf(row.getString("quality"))),
                row.getLong("booked_ms"));
    }

    static void write(
            Handle handle,
            Step step,
            String point,
            Map<Long, Mean> changed,
            Map<Long, Stored> former,
            long nowMs,
            Duration historyAfter) {
        if (changed.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("INSERT INTO " + name(step)
                + " (point, start_ms, mean, valid_samples, completeness, quality, booked_ms)"
                + " VALUES (:point, :start, :mean, :valid, :completeness, :quality, :booked)"
                + " ON CONFLICT (point, start_ms) DO UPDATE SET mean = excluded.mean,"
                + " valid_samples = excluded.valid_samples, completeness = excluded.completeness,"
                + " quality = excluded.quality, booked_ms = excluded.booked_ms");
        changed.forEach((start, mean) -> {
            Stored was = former.get(start);
            if (was != null && was.mean().completeness() >= 1 && nowMs - was.bookedMs() >= historyAfter.toMillis()) {
                remember(handle, step, point, start, was, nowMs);
            }
            BigDecimal value = mean.mean();
            batch.bind("point", point)
                    .bind("start", start)
                    .bind("mean", value == null ? null : value.toString())
                    .bind("valid", mean.validSamples())
                    .bind("completeness", mean.completeness())
                    .bind("quality", mean.quality().name())
                    .bind("booked", nowMs)
                    .add();
        });
        batch.execute();
    }

    private static void remember(Handle handle, Step step, String point, long start, Stored was, long nowMs) {
        BigDecimal mean = was.mean().mean();
        handle.createUpdate("INSERT INTO account_history"
                        + " (kind, subject, start_ms, replaced_ms, figure, quality, booked_ms)"
                        + " VALUES (:kind, :point, :start, :replaced, :figure, :quality, :booked)"
                        + " ON CONFLICT (kind, subject, start_ms, replaced_ms) DO NOTHING")
                .bind("kind", "DISCHARGE_" + step.name())
                .bind("point", point)
                .bind("start", start)
                .bind("replaced", nowMs)
                .bind("figure", mean == null ? null : mean.toString())
                .bind("quality", was.mean().quality().name())
                .bind("booked", was.bookedMs())
                .execute();
    }
}
