package io.greenpark.accounting.energy;

import io.greenpark.park.energy.Estimated;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Carrier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables {@code energy_hour}, {@code energy_day} and {@code energy_month}: sums per enterprise and carrier. */
final class EnergyTable {
    /** Enterprises asked for at a time. */
    private static final int PORTION = 500;

    private static final String ESTIMATED = "estimated_hour_ms, estimated_hour_amount, estimated_day_ms,"
            + " estimated_day_amount, estimated_month_ms, estimated_month_amount";

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
        read(handle, step, enterprises, fromMs, toMs, (enterprise, row) -> add(sums, row));
        return sums;
    }

    /** Sums of each of several enterprises, of the periods that start in a time range; also of those without any. */
    static Map<String, EnergySums> loadEach(
            Handle handle, Step step, Collection<String> enterprises, long fromMs, long toMs) {
        Map<String, EnergySums> each = new HashMap<>();
        enterprises.forEach(enterprise -> each.put(enterprise, new EnergySums()));
        read(
                handle,
                step,
                enterprises,
                fromMs,
                toMs,
                (enterprise, row) -> add(each.computeIfAbsent(enterprise, e -> new EnergySums()), row));
        return each;
    }

    private interface RowReader {
        void read(String enterprise, ResultSet row) throws SQLException;
    }

    private static void read(
            Handle handle, Step step, Collection<String> enterprises, long fromMs, long toMs, RowReader reader) {
        List<String> all = List.copyOf(enterprises);
        for (int i = 0; i < all.size(); i += PORTION) {
            handle.createQuery("SELECT enterprise, carrier, start_ms, amount, covered_ms, estimated, corrected, "
                            + ESTIMATED + " FROM " + name(step)
                            + " WHERE enterprise IN (<enterprises>) AND start_ms >= :from AND start_ms < :to")
                    .bindList("enterprises", all.subList(i, Math.min(all.size(), i + PORTION)))
                    .bind("from", fromMs)
                    .bind("to", toMs)
                    .map((row, context) -> {
                        reader.read(row.getString(1), row);
                        return row;
                    })
                    .forEach(row -> {});
        }
    }

    /** Columns are asked for by number: there may be a district's. */
    private static void add(EnergySums sums, ResultSet row) throws SQLException {
        long amount = row.getLong(4);
        Long known = row.wasNull() ? null : Long.valueOf(amount);
        Estimated estimated = new Estimated(share(row, 8), share(row, 10), share(row, 12));
        EnergySum sum = new EnergySum(known, row.getLong(5), estimated, row.getInt(6), row.getInt(7));
        sums.add(Carrier.valueOf(row.getString(2)), row.getLong(3), sum);
    }

    private static Estimated.Share share(ResultSet row, int column) throws SQLException {
        return new Estimated.Share(row.getLong(column), row.getLong(column + 1));
    }

    /** Starts of an enterprise's periods that begin after a time, oldest first. */
    static List<Long> starts(Handle handle, Step step, String enterprise, long afterMs, int max) {
        return handle.createQuery("SELECT DISTINCT start_ms FROM " + name(step)
                        + " WHERE enterprise = :enterprise AND start_ms > :after ORDER BY start_ms LIMIT :max")
                .bind("enterprise", enterprise)
                .bind("after", afterMs)
                .bind("max", max)
                .mapTo(Long.class)
                .list();
    }

    static void write(Handle handle, Step step, String enterprise, EnergySums changed) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO " + name(step)
                + " (enterprise, carrier, start_ms, amount, covered_ms, estimated, corrected, " + ESTIMATED
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (enterprise, carrier, start_ms) DO UPDATE SET amount = excluded.amount,"
                + " covered_ms = excluded.covered_ms, estimated = excluded.estimated, corrected = excluded.corrected,"
                + Arrays.stream(ESTIMATED.split(", "))
                        .map(c -> " " + c + " = excluded." + c)
                        .collect(Collectors.joining(",")));
        for (Carrier carrier : changed.carriers()) {
            changed.of(carrier)
                    .forEach((start, sum) -> batch.add(
                            enterprise,
                            carrier.name(),
                            start,
                            sum.amount(),
                            sum.coveredMs(),
                            sum.unsplit(),
                            sum.corrected(),
                            sum.estimated().hour().ms(),
                            sum.estimated().hour().amount(),
                            sum.estimated().day().ms(),
                            sum.estimated().day().amount(),
                            sum.estimated().month().ms(),
                            sum.estimated().month().amount()));
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
