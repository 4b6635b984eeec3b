package io.greenpark.accounting.energy;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.history.AccountHistoryTable;
import io.greenpark.accounting.history.AccountHistoryTable.FormerFigure;
import io.greenpark.accounting.hour.HourColumn;
import io.greenpark.accounting.hour.HourTable;
import io.greenpark.accounting.hour.HourTableSql;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.energy.EnergyHour;
import io.greenpark.park.energy.Estimated;
import io.greenpark.park.energy.Quality;
import io.greenpark.store.books.RowBatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code energy_hour_point}: what each point used in each hour. Hours never booked have no row. */
final class EnergyHourPointTable extends HourTable<StoredHour> {
    static final EnergyHourPointTable TABLE = new EnergyHourPointTable();

    private static final String NAME = "energy_hour_point";

    /** Of {@link #values}. */
    static final String PUT = "INSERT INTO energy_hour_point"
            + " (point, hour_ms, amount, covered_ms, quality, restart_ms, booked_ms, " + EstimatedColumns.LIST
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, " + EstimatedColumns.PLACES + ")"
            + " ON CONFLICT (point, hour_ms) DO UPDATE SET amount = excluded.amount,"
            + " covered_ms = excluded.covered_ms, quality = excluded.quality,"
            + " restart_ms = excluded.restart_ms, booked_ms = excluded.booked_ms, " + EstimatedColumns.UPDATES;

    private EnergyHourPointTable() {
        super(
                new HourTableSql(
                        NAME,
                        "point",
                        true,
                        EstimatedColumns.after(
                                HourColumn.whole("hour_ms"),
                                HourColumn.whole("amount"),
                                HourColumn.whole("covered_ms"),
                                HourColumn.text("quality"),
                                HourColumn.whole("restart_ms"),
                                HourColumn.whole("booked_ms"))),
                new PointHourCodec(NAME));
    }

    @Override
    protected StoredHour hour(ResultSet row, int first) throws SQLException {
        Long amount = longOrNull(row, first + 1);
        long coveredMs = row.getLong(first + 2);
        Quality quality = Quality.valueOf(row.getString(first + 3));
        Estimated estimated = EstimatedColumns.get(row, first + 6, ImpliedEstimate.ofHour(quality, amount, coveredMs));
        return new StoredHour(
                new EnergyHour(row.getLong(first), amount, coveredMs, quality, longOrNull(row, first + 4), estimated),
                row.getLong(first + 5));
    }

    @Override
    protected long startMs(StoredHour stored) {
        return stored.hour().hourMs();
    }

    @Override
    protected Comparator<StoredHour> order() {
        return Comparator.comparingLong(this::startMs);
    }

    private static @Nullable Long longOrNull(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** The hours of some points that start in a time range, by point and start. */
    static Map<String, TreeMap<Long, StoredHour>> load(Handle handle, Collection<String> points, TimeRange range) {
        Map<String, TreeMap<Long, StoredHour>> hours = new HashMap<>();
        TABLE.each(handle, points, range.fromMs(), range.toMs(), (point, stored) -> hours.computeIfAbsent(
                        point, p -> new TreeMap<>())
                .put(stored.hour().hourMs(), stored));
        return hours;
    }

    /** The restart of the newest hour that ends at or before a time; null if there is none. */
    static @Nullable Long restartBefore(Handle handle, String point, long endMs) {
        return TABLE.newestBefore(
                        handle,
                        point,
                        endMs - HOUR_MS + 1,
                        stored -> stored.hour().restartMs() != null)
                .map(stored -> stored.hour().restartMs())
                .orElse(null);
    }

    /** The first hour of a time range whose state rests on samples before a time; null if there is none. */
    static @Nullable Long firstResting(Handle handle, String point, TimeRange range, long beforeMs) {
        return TABLE.oldestIn(
                        handle,
                        point,
                        range.fromMs(),
                        range.toMs(),
                        stored -> rests(stored.hour().restartMs(), beforeMs))
                .map(stored -> stored.hour().hourMs())
                .orElse(null);
    }

    private static boolean rests(@Nullable Long restartMs, long beforeMs) {
        return restartMs == null || restartMs < beforeMs;
    }

    /** Writes changed hours; a former one that was complete and is older than {@code historyAfter} goes to the history. */
    static void write(Handle handle, List<PointBooking> bookings, long nowMs, Duration historyAfter) {
        try (RowBatch batch = RowBatch.of(handle, PUT)) {
            for (PointBooking booking : bookings) {
                add(handle, booking, nowMs, historyAfter, batch);
            }
            batch.execute();
        }
    }

    private static void add(Handle handle, PointBooking booking, long nowMs, Duration historyAfter, RowBatch batch) {
        String point = booking.point().id();
        for (EnergyHour h : booking.changed()) {
            StoredHour was = booking.former().get(h.hourMs());
            long bookedMs = nowMs;
            if (was != null && sameFigure(was.hour(), h)) {
                bookedMs = was.bookedMs();
            } else if (was != null) {
                keepFormer(handle, point, was, nowMs, historyAfter);
            }
            batch.add(values(point, h, bookedMs));
        }
    }

    static Object[] values(String point, EnergyHour h, long bookedMs) {
        return EstimatedColumns.values(
                Arrays.asList(
                        point,
                        h.hourMs(),
                        h.amount(),
                        h.coveredMs(),
                        h.quality().name(),
                        h.restartMs(),
                        bookedMs),
                h.estimated(),
                ImpliedEstimate.ofHour(h.quality(), h.amount(), h.coveredMs()));
    }

    static boolean sameFigure(EnergyHour a, EnergyHour b) {
        return Objects.equals(a.amount(), b.amount()) && a.coveredMs() == b.coveredMs() && a.quality() == b.quality();
    }

    private static void keepFormer(Handle handle, String point, StoredHour was, long nowMs, Duration historyAfter) {
        EnergyHour hour = was.hour();
        if (nowMs - was.bookedMs() >= historyAfter.toMillis() && hour.coveredMs() >= HOUR_MS) {
            FormerFigure former =
                    FormerFigure.ofEnergy(point, hour.hourMs(), hour.amount(), hour.quality(), was.bookedMs());
            AccountHistoryTable.add(handle, former, nowMs);
        }
    }
}
