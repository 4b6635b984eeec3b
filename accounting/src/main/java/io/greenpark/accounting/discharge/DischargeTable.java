package io.greenpark.accounting.discharge;

import io.greenpark.accounting.history.AccountHistoryTable;
import io.greenpark.accounting.history.AccountHistoryTable.FormerFigure;
import io.greenpark.park.discharge.DischargeMean.Mean;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.Portions;
import io.greenpark.store.books.RowBatch;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code discharge_hour} and {@code discharge_day}. Periods never booked have no row. Hours are read through
 * {@link MeanHourTable}, since those of closed days lie elsewhere.
 */
final class DischargeTable {
    /** Hours are held of so many points and hours at a time. */
    private static final long MOST_HOURS = 100_000;

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
        if (step == Step.HOUR) {
            MeanHourTable.TABLE.each(
                    handle, List.of(point), fromMs, toMs, (p, stored) -> rows.put(stored.startMs(), stored));
            return rows;
        }
        handle.createQuery("SELECT start_ms, mean, valid_samples, completeness, quality, booked_ms FROM " + name(step)
                        + " WHERE point = :point AND start_ms >= :from AND start_ms < :to")
                .bind("point", point)
                .bind("from", fromMs)
                .bind("to", toMs)
                .map((row, context) -> stored(row, 1))
                .forEach(stored -> rows.put(stored.startMs(), stored));
        return rows;
    }

    /** Passes on the means of some points, of the periods that start in a time range, in no order. */
    static void each(
            Handle handle,
            Step step,
            Collection<String> points,
            long fromMs,
            long toMs,
            BiConsumer<String, StoredMean> to) {
        int most = step == Step.HOUR ? portion(fromMs, toMs) : Portions.OF_A_STATEMENT;
        for (List<String> some : Portions.of(points, most)) {
            if (step == Step.HOUR) {
                MeanHourTable.TABLE.each(handle, some, fromMs, toMs, to);
            } else {
                eachRow(handle, step, some, fromMs, toMs, to);
            }
        }
    }

    private static int portion(long fromMs, long toMs) {
        long hours = Math.max(1, Duration.ofMillis(toMs - fromMs).toHours());
        return (int) Math.max(1, Math.min(Portions.OF_A_STATEMENT, MOST_HOURS / hours));
    }

    private static void eachRow(
            Handle handle, Step step, List<String> points, long fromMs, long toMs, BiConsumer<String, StoredMean> to) {
        handle.createQuery("SELECT point, start_ms, mean, valid_samples, completeness, quality, booked_ms FROM "
                        + name(step) + " WHERE point IN (<points>) AND start_ms >= :from AND start_ms < :to")
                .bindList("points", points)
                .bind("from", fromMs)
                .bind("to", toMs)
                .map((row, context) -> {
                    to.accept(row.getString(1), stored(row, 2));
                    return row;
                })
                .forEach(row -> {});
    }

    static List<Long> starts(Handle handle, Step step, String point, long afterMs, int max) {
        if (step == Step.HOUR) {
            return MeanHourTable.TABLE.starts(handle, point, afterMs, max);
        }
        return handle.createQuery("SELECT start_ms FROM " + name(step)
                        + " WHERE point = :point AND start_ms > :after ORDER BY start_ms LIMIT :max")
                .bind("point", point)
                .bind("after", afterMs)
                .bind("max", max)
                .mapTo(Long.class)
                .list();
    }

    /** The mean of a row; its columns begin at {@code first}. */
    static StoredMean stored(ResultSet row, int first) throws SQLException {
        String mean = row.getString(first + 1);
        return new StoredMean(
                row.getLong(first),
                new Mean(
                        mean == null ? null : new BigDecimal(mean),
                        row.getInt(first + 2),
                        row.getDouble(first + 3),
                        Quality.valueOf(row.getString(first + 4))),
                row.getLong(first + 5));
    }

    /** Writes changed means; a former one of a complete period that is older than {@code historyAfter} goes to the history. */
    static void write(Handle handle, ChangedMeans means, long nowMs, Duration historyAfter) {
        if (means.changed().isEmpty()) {
            return;
        }
        String sql = "INSERT INTO " + name(means.step())
                + " (point, start_ms, mean, valid_samples, completeness, quality, booked_ms)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (point, start_ms) DO UPDATE SET mean = excluded.mean,"
                + " valid_samples = excluded.valid_samples, completeness = excluded.completeness,"
                + " quality = excluded.quality, booked_ms = excluded.booked_ms";
        try (RowBatch batch = RowBatch.of(handle, sql)) {
            means.changed().forEach((start, mean) -> {
                StoredMean was = means.former().get(start);
                if (was != null
                        && was.mean().completeness() >= 1
                        && nowMs - was.bookedMs() >= historyAfter.toMillis()) {
                    AccountHistoryTable.add(handle, former(means, start, was), nowMs);
                }
                batch.add(
                        means.pointId(),
                        start,
                        text(mean.mean()),
                        mean.validSamples(),
                        mean.completeness(),
                        mean.quality().name(),
                        nowMs);
            });
            batch.execute();
        }
    }

    private static FormerFigure former(ChangedMeans means, long startMs, StoredMean was) {
        return FormerFigure.ofDischarge(
                means.pointId(),
                means.step(),
                startMs,
                text(was.mean().mean()),
                was.mean().quality(),
                was.bookedMs());
    }

    private static @Nullable String text(@Nullable BigDecimal mean) {
        return mean == null ? null : mean.toString();
    }
}
