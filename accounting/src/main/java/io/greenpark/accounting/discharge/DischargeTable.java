package io.greenpark.accounting.discharge;

import io.greenpark.accounting.history.AccountHistoryTable;
import io.greenpark.accounting.history.AccountHistoryTable.FormerFigure;
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
import org.jspecify.annotations.Nullable;

/** The tables {@code discharge_hour} and {@code discharge_day}. Periods never booked have no row. */
final class DischargeTable {
    /** A mean in the books, and since when. */
    record StoredMean(Mean mean, long bookedMs) {}

    private DischargeTable() {}

    static String name(Step step) {
        return switch (step) {
            case HOUR -> "discharge_hour";
            case DAY -> "discharge_day";
            case MONTH ->
                throw new IllegalArgumentException("discharge means are kept per hour and day, not per month");
        };
    }

    static TreeMap<Long, StoredMean> load(Handle handle, Step step, String point, long fromMs, long toMs) {
        TreeMap<Long, StoredMean> rows = new TreeMap<>();
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

    private static StoredMean stored(ResultSet row) throws SQLException {
        String mean = row.getString("mean");
        return new StoredMean(
                new Mean(
                        mean == null ? null : new BigDecimal(mean),
                        row.getInt("valid_samples"),
                        row.getDouble("completeness"),
                        Quality.valueOf(row.getString("quality"))),
                row.getLong("booked_ms"));
    }

    /** Writes changed means; a former one of a complete period that is older than {@code historyAfter} goes to the history. */
    static void write(Handle handle, ChangedMeans means, long nowMs, Duration historyAfter) {
        if (means.changed().isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("INSERT INTO " + name(means.step())
                + " (point, start_ms, mean, valid_samples, completeness, quality, booked_ms)"
                + " VALUES (:point, :start, :mean, :valid, :completeness, :quality, :booked)"
                + " ON CONFLICT (point, start_ms) DO UPDATE SET mean = excluded.mean,"
                + " valid_samples = excluded.valid_samples, completeness = excluded.completeness,"
                + " quality = excluded.quality, booked_ms = excluded.booked_ms");
        means.changed().forEach((start, mean) -> {
            StoredMean was = means.former().get(start);
            if (was != null && was.mean().completeness() >= 1 && nowMs - was.bookedMs() >= historyAfter.toMillis()) {
                AccountHistoryTable.add(handle, former(means, start, was), nowMs);
            }
            batch.bind("point", means.pointId())
                    .bind("start", start)
                    .bind("mean", text(mean.mean()))
                    .bind("valid", mean.validSamples())
                    .bind("completeness", mean.completeness())
                    .bind("quality", mean.quality().name())
                    .bind("booked", nowMs)
                    .add();
        });
        batch.execute();
    }

    private static FormerFigure former(ChangedMeans means, long startMs, StoredMean was) {
        return new FormerFigure(
                "DISCHARGE_" + means.step().name(),
                means.pointId(),
                startMs,
                text(was.mean().mean()),
                was.mean().quality().name(),
                was.bookedMs());
    }

    private static @Nullable String text(@Nullable BigDecimal mean) {
        return mean == null ? null : mean.toString();
    }
}
