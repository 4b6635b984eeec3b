package io.greenpark.accounting.energy;

import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Carrier;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables {@code energy_hour}, {@code energy_day} and {@code energy_month}: sums per enterprise and carrier. */
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
        if (enterprises.isEmpty()) {
            return sums;
        }
        handle.createQuery("SELECT carrier, start_ms, amount, covered_ms, estimated, corrected FROM " + name(step)
                        + " WHERE enterprise IN (<enterprises>) AND start_ms >= :from AND start_ms < :to")
                .bindList("enterprises", enterprises)
                .bind("from", fromMs)
                .bind("to", toMs)
                .map((row, context) -> {
                    EnergySum sum = new EnergySum(
                            EnergyHourPointTable.longOrNull(row, "amount"),
                            row.getLong("covered_ms"),
                            row.getInt("estimated"),
                            row.getInt("corrected"));
                    sums.add(Carrier.valueOf(row.getString("carrier")), row.getLong("start_ms"), sum);
                    return sum;
                })
                .list();
        return sums;
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
                + " (enterprise, carrier, start_ms, amount, covered_ms, estimated, corrected)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (enterprise, carrier, start_ms) DO UPDATE SET amount = excluded.amount,"
                + " covered_ms = excluded.covered_ms, estimated = excluded.estimated, corrected = excluded.corrected");
        for (Carrier carrier : changed.carriers()) {
            changed.of(carrier)
                    .forEach((start, sum) -> batch.add(
                            enterprise,
                            carrier.name(),
                            start,
                            sum.amount(),
                            sum.coveredMs(),
                            sum.estimated(),
                            sum.corrected()));
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
