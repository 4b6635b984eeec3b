package io.greenpark.accounting.check;

import io.greenpark.park.energy.Quality;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Carrier;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What the tables of the accounts hold, read with statements of its own. */
final class SqlBookedFigures implements BookedFigures {
    private final Handle handle;

    SqlBookedFigures(Handle handle) {
        this.handle = handle;
    }

    /** One row of a query. */
    @FunctionalInterface
    private interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }

    private void each(String sql, String subject, Span within, RowTaker taker) {
        handle.createQuery(sql)
                .bind("subject", subject)
                .bind("from", within.fromMs())
                .bind("to", within.toMs())
                .map((row, context) -> {
                    taker.take(row);
                    return true;
                })
                .forEach(row -> {});
    }

    @Override
    public Map<Long, BookedHour> hours(String point, Span within) {
        Map<Long, BookedHour> hours = new HashMap<>();
        each(
                "SELECT hour_ms, amount, covered_ms, quality FROM energy_hour_point"
                        + " WHERE point = :subject AND hour_ms >= :from AND hour_ms < :to",
                point,
                within,
                r -> hours.put(
                        r.getLong(1), new BookedHour(longOrNull(r, 2), r.getLong(3), Quality.valueOf(r.getString(4)))));
        return hours;
    }

    @Override
    public Map<SumKey, BookedSum> sums(String enterprise, Step step, Span within) {
        Map<SumKey, BookedSum> sums = new HashMap<>();
        each(
                "SELECT carrier, start_ms, amount, covered_ms, estimated, corrected FROM energy_" + step.code()
                        + " WHERE enterprise = :subject AND start_ms >= :from AND start_ms < :to",
                enterprise,
                within,
                r -> sums.put(
                        new SumKey(Carrier.valueOf(r.getString(1)), r.getLong(2)),
                        new BookedSum(longOrNull(r, 3), r.getLong(4), r.getInt(5), r.getInt(6))));
        return sums;
    }

    @Override
    public Map<Long, BookedMean> means(String point, Step step, Span within) {
        Map<Long, BookedMean> means = new HashMap<>();
        each(
                "SELECT start_ms, mean, completeness, quality FROM discharge_" + step.code()
                        + " WHERE point = :subject AND start_ms >= :from AND start_ms < :to",
                point,
                within,
                r -> {
                    String mean = r.getString(2);
                    means.put(
                            r.getLong(1),
                            new BookedMean(
                                    mean == null ? null : new BigDecimal(mean),
                                    r.getDouble(3),
                                    Quality.valueOf(r.getString(4))));
                });
        return means;
    }

    @Override
    public Set<String> unbooked(Collection<String> points) {
        Set<String> unbooked = new HashSet<>(handle.createQuery("SELECT DISTINCT point FROM account_work")
                .mapTo(String.class)
                .list());
        unbooked.retainAll(points);
        return unbooked;
    }

    private static @Nullable Long longOrNull(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
