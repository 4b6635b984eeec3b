package io.greenpark.accounting.energy;

import io.greenpark.park.energy.Estimated;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Carrier;
import io.greenpark.store.books.Portions;
import io.greenpark.store.books.RowBatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code energy_hour}, {@code energy_day} and {@code energy_month}: sums per enterprise and carrier. Hours are read
 * through {@link EnterpriseHourTable}, since those of closed days lie elsewhere.
 */
final class EnergyTable {
    private EnergyTable() {}

    static String name(Step step) {
        return switch (step) {
            case HOUR -> "energy_hour";
            case DAY -> "energy_day";
            case MONTH -> "energy_month";
        };
    }

    /** Sums over several enterprises, of the periods that start in a time range. */
    static EnergySums load(Handle handle, Step step, Collection<String> enterprises, long fromMs, long toMs) {
        EnergySums sums = new EnergySums();
        read(handle, step, enterprises, fromMs, toMs, (enterprise, s) -> sums.add(s.carrier(), s.startMs(), s.sum()));
        return sums;
    }

    /** Sums of each of several enterprises, of the periods that start in a time range; also of those without any. */
    static Map<String, EnergySums> loadEach(
            Handle handle, Step step, Collection<String> enterprises, long fromMs, long toMs) {
        Map<String, EnergySums> each = new HashMap<>();
        enterprises.forEach(enterprise -> each.put(enterprise, new EnergySums()));
        read(handle, step, enterprises, fromMs, toMs, (enterprise, s) -> each.computeIfAbsent(
                        enterprise, e -> new EnergySums())
                .add(s.carrier(), s.startMs(), s.sum()));
        return each;
    }

    /** Passes on the sums of enterprises, of the periods that start in a time range, in no order. */
    static void read(
            Handle handle,
            Step step,
            Collection<String> enterprises,
            long fromMs,
            long toMs,
            BiConsumer<String, CarrierSum> to) {
        for (List<String> some : Portions.of(enterprises)) {
            if (step == Step.HOUR) {
                EnterpriseHourTable.TABLE.each(handle, some, fromMs, toMs, to);
            } else {
                readRows(handle, step, some, fromMs, toMs, to);
            }
        }
    }

    private static void readRows(
            Handle handle,
            Step step,
            List<String> enterprises,
            long fromMs,
            long toMs,
            BiConsumer<String, CarrierSum> to) {
        handle.createQuery("SELECT enterprise, carrier, start_ms, amount, covered_ms, estimated, corrected, "
                        + EstimatedColumns.LIST + ", unsplit FROM " + name(step)
                        + " WHERE enterprise IN (<enterprises>) AND start_ms >= :from AND start_ms < :to")
                .bindList("enterprises", enterprises)
                .bind("from", fromMs)
                .bind("to", toMs)
                .map((row, context) -> {
                    to.accept(row.getString(1), sum(row, row.getString(2), row.getLong(3), 4, row.getInt(14)));
                    return row;
                })
                .forEach(row -> {});
    }

    /** A sum of an hour's row. Columns are asked for by number: there may be a district's. */
    static CarrierSum sum(ResultSet row, String carrier, long startMs, int first) throws SQLException {
        return sum(row, carrier, startMs, first, 0);
    }

    /** @param unsplit where there are such hours and nothing is kept of what is estimated, an earlier version wrote the row */
    private static CarrierSum sum(ResultSet row, String carrier, long startMs, int first, int unsplit)
            throws SQLException {
        long amount = row.getLong(first);
        Long known = row.wasNull() ? null : Long.valueOf(amount);
        long coveredMs = row.getLong(first + 1);
        int estimatedHours = row.getInt(first + 2);
        int corrected = row.getInt(first + 3);
        Estimated implied = unsplit > 0 ? Estimated.NONE : ImpliedEstimate.ofSum(estimatedHours, known, coveredMs);
        Estimated estimated = EstimatedColumns.get(row, first + 4, implied);
        EnergySum sum = new EnergySum(known, coveredMs, estimatedHours, corrected, estimated, unsplit);
        return new CarrierSum(Carrier.valueOf(carrier), startMs, sum);
    }

    /** Starts of an enterprise's periods that begin after a time, oldest first. */
    static List<Long> starts(Handle handle, Step step, String enterprise, long afterMs, int max) {
        if (step == Step.HOUR) {
            return EnterpriseHourTable.TABLE.starts(handle, enterprise, afterMs, max);
        }
        return handle.createQuery("SELECT DISTINCT start_ms FROM " + name(step)
                        + " WHERE enterprise = :enterprise AND start_ms > :after ORDER BY start_ms LIMIT :max")
                .bind("enterprise", enterprise)
                .bind("after", afterMs)
                .bind("max", max)
                .mapTo(Long.class)
                .list();
    }

    static void write(Handle handle, Step step, String enterprise, EnergySums changed) {
        try (RowBatch batch = RowBatch.of(handle, put(step))) {
            for (Carrier carrier : changed.carriers()) {
                changed.of(carrier).forEach((start, sum) -> batch.add(values(step, enterprise, carrier, start, sum)));
            }
            batch.execute();
        }
    }

    private static String put(Step step) {
        boolean hours = step == Step.HOUR;
        return "INSERT INTO " + name(step)
                + " (enterprise, carrier, start_ms, amount, covered_ms, estimated, corrected, "
                + (hours ? "" : "unsplit, ") + EstimatedColumns.LIST
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, " + (hours ? "" : "?, ") + EstimatedColumns.PLACES + ")"
                + " ON CONFLICT (enterprise, carrier, start_ms) DO UPDATE SET amount = excluded.amount,"
                + " covered_ms = excluded.covered_ms, estimated = excluded.estimated, corrected = excluded.corrected, "
                + (hours ? "" : "unsplit = excluded.unsplit, ") + EstimatedColumns.UPDATES;
    }

    private static Object[] values(Step step, String enterprise, Carrier carrier, long startMs, EnergySum sum) {
        List<@Nullable Object> own = new ArrayList<>(Arrays.asList(
                enterprise,
                carrier.name(),
                startMs,
                sum.amount(),
                sum.coveredMs(),
                sum.estimatedHours(),
                sum.corrected()));
        if (step != Step.HOUR) {
            own.add(sum.unsplit());
        }
        Estimated implied =
                sum.unsplit() > 0 ? null : ImpliedEstimate.ofSum(sum.estimatedHours(), sum.amount(), sum.coveredMs());
        return EstimatedColumns.values(own, sum.estimated(), implied);
    }
}
