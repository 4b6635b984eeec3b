package io.greenpark.accounting.finding;

import io.greenpark.accounting.finding.FindingRow.Key;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.finding.FindingKind;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The table {@code account_finding}. A point has a row per kind and month at most, and one for each thing that asks for a
 * decision of its own, so a device that sends nonsense for years does not fill the books.
 */
final class FindingTable {
    private static final String PUT = "INSERT INTO account_finding (point, kind, begin_ms, first_hour_ms, last_hour_ms,"
            + " from_ms, to_ms, found, reason, hours) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (point, kind, begin_ms) DO UPDATE SET first_hour_ms = excluded.first_hour_ms,"
            + " last_hour_ms = excluded.last_hour_ms, from_ms = excluded.from_ms, to_ms = excluded.to_ms,"
            + " found = excluded.found, reason = excluded.reason, hours = excluded.hours";

    private FindingTable() {}

    /** All points of which something is kept. */
    static Set<String> points(Handle handle) {
        return handle.createQuery("SELECT DISTINCT point FROM account_finding")
                .mapTo(String.class)
                .collect(Collectors.toSet());
    }

    /** The rows of some kinds of a point that begin within a time. */
    static List<PackedRow> beginning(Handle handle, String pointId, Set<FindingKind> kinds, TimeRange begins) {
        return load(handle, pointId, kinds, "begin_ms >= :from AND begin_ms < :to", begins);
    }

    /** The rows of some kinds of a point that reach into a time. */
    static List<PackedRow> reaching(Handle handle, String pointId, Set<FindingKind> kinds, TimeRange time) {
        return load(handle, pointId, kinds, "first_hour_ms < :to AND last_hour_ms >= :from", time);
    }

    private static List<PackedRow> load(
            Handle handle, String pointId, Set<FindingKind> kinds, String where, TimeRange time) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("SELECT kind, begin_ms, first_hour_ms, last_hour_ms, hours FROM account_finding"
                        + " WHERE point = :point AND kind IN (<kinds>) AND " + where)
                .bind("point", pointId)
                .bindList("kinds", kinds.stream().map(FindingKind::name).toList())
                .bind("from", time.fromMs())
                .bind("to", time.toMs())
                .map((row, context) -> new PackedRow(
                        new Key(pointId, FindingKind.valueOf(row.getString("kind")), row.getLong("begin_ms")),
                        row.getLong("first_hour_ms"),
                        row.getLong("last_hour_ms"),
                        row.getBytes("hours")))
                .list();
    }

    /** Passes on how often something of a kind was found in the hours of a time range, of all points. */
    static void eachHour(Handle handle, FindingKind kind, TimeRange time, Findings.InvalidTaker taker) {
        handle.createQuery("SELECT point, hours FROM account_finding WHERE kind = :kind"
                        + " AND first_hour_ms < :to AND last_hour_ms >= :from")
                .bind("kind", kind.name())
                .bind("from", time.fromMs())
                .bind("to", time.toMs())
                .map((row, context) -> {
                    String point = row.getString("point");
                    FindingHoursCodec.read(row.getBytes("hours"), "point " + point)
                            .subMap(time.fromMs(), time.toMs())
                            .forEach((hour, found) -> taker.take(point, hour, found.count()));
                    return point;
                })
                .forEach(point -> {});
    }

    static void put(Handle handle, Collection<FindingRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(PUT);
        for (FindingRow row : rows) {
            TreeMap<Long, HourFindings> hours = row.hours();
            batch.add(
                    row.key().pointId(),
                    row.key().kind().name(),
                    row.key().beginMs(),
                    hours.firstKey(),
                    hours.lastKey(),
                    row.fromMs(),
                    row.toMs(),
                    row.count(),
                    row.reason(),
                    FindingHoursCodec.write(hours));
        }
        batch.execute();
    }

    static void delete(Handle handle, Collection<Key> keys) {
        if (keys.isEmpty()) {
            return;
        }
        PreparedBatch batch =
                handle.prepareBatch("DELETE FROM account_finding WHERE point = ? AND kind = ? AND begin_ms = ?");
        keys.forEach(k -> batch.add(k.pointId(), k.kind().name(), k.beginMs()));
        batch.execute();
    }

    static void forget(Handle handle, String pointId) {
        handle.execute("DELETE FROM account_finding WHERE point = ?", pointId);
    }

    static void forget(Handle handle, String pointId, Set<FindingKind> kinds) {
        if (!kinds.isEmpty()) {
            handle.createUpdate("DELETE FROM account_finding WHERE point = :point AND kind IN (<kinds>)")
                    .bind("point", pointId)
                    .bindList("kinds", kinds.stream().map(FindingKind::name).toList())
                    .execute();
        }
    }
}
