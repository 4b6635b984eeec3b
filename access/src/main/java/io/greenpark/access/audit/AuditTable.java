package io.greenpark.access.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The tables {@code audit_entry} and {@code audit_start}. */
final class AuditTable {
    private AuditTable() {}

    /** The newest entry, or what the log begins after where there is none. */
    static AuditHead head(Handle handle) {
        return handle.createQuery("SELECT number, hash FROM audit_entry ORDER BY number DESC LIMIT 1")
                .map((row, context) -> head(row))
                .findOne()
                .orElseGet(() -> start(handle));
    }

    /** What the first entry follows: the last one that was retired. */
    static AuditHead start(Handle handle) {
        return handle.createQuery("SELECT number, hash FROM audit_start ORDER BY number DESC LIMIT 1")
                .map((row, context) -> head(row))
                .findOne()
                .orElse(AuditHead.NONE);
    }

    static void insert(Handle handle, AuditEntry entry) {
        handle.execute(
                "INSERT INTO audit_entry (number, at_ms, who, origin, action, kind, id, state_before, state_after, why, hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.number(),
                entry.at().toEpochMilli(),
                entry.who(),
                entry.origin(),
                entry.action(),
                entry.kind(),
                entry.id(),
                entry.before(),
                entry.after(),
                entry.why(),
                entry.hash());
    }

    /** Entries from a number on, in order. */
    static List<AuditEntry> from(Handle handle, long first, int most) {
        return handle.createQuery("SELECT * FROM audit_entry WHERE number >= :first ORDER BY number LIMIT :most")
                .bind("first", first)
                .bind("most", most)
                .map((row, context) -> entry(row))
                .list();
    }

    /** Entries of a filter below a number, the newest first. */
    static List<AuditEntry> page(Handle handle, AuditFilter filter, long before, int most) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> conditions = new ArrayList<>(List.of("number < :before"));
        equal("who", Optional.ofNullable(filter.who()), conditions, values);
        equal("action", Optional.ofNullable(filter.action()).map(AuditAction::code), conditions, values);
        equal("kind", Optional.ofNullable(filter.kind()), conditions, values);
        equal("id", Optional.ofNullable(filter.id()), conditions, values);
        if (filter.from() != null) {
            conditions.add("at_ms >= :from");
            values.put("from", filter.from().toEpochMilli());
        }
        if (filter.until() != null) {
            conditions.add("at_ms < :until");
            values.put("until", filter.until().toEpochMilli());
        }
        Query query = handle.createQuery("SELECT * FROM audit_entry WHERE " + String.join(" AND ", conditions)
                        + " ORDER BY number DESC LIMIT :most")
                .bind("before", before)
                .bind("most", most);
        return query.bindMap(values).map((row, context) -> entry(row)).list();
    }

    /** The newest time of an action, by who did it. */
    static Map<String, Instant> newest(Handle handle, AuditAction action) {
        Map<String, Instant> times = new HashMap<>();
        handle.createQuery("SELECT who, MAX(at_ms) AS newest FROM audit_entry WHERE action = :action GROUP BY who")
                .bind("action", action.code())
                .map((row, context) -> Map.entry(row.getString("who"), Instant.ofEpochMilli(row.getLong("newest"))))
                .forEach(newest -> times.put(newest.getKey(), newest.getValue()));
        return times;
    }

    private static void equal(
            String column, Optional<String> value, List<String> conditions, Map<String, Object> values) {
        value.ifPresent(text -> {
            conditions.add(column + " = :" + column);
            values.put(column, text);
        });
    }

    /** The first entry that is not older than a time; empty if all are older. */
    static Optional<Long> firstSince(Handle handle, Instant time) {
        return handle.createQuery("SELECT number FROM audit_entry WHERE at_ms >= :time ORDER BY number LIMIT 1")
                .bind("time", time.toEpochMilli())
                .mapTo(Long.class)
                .findOne();
    }

    /** Deletes the entries up to one, which is what the log begins after from then on. */
    static void cut(Handle handle, AuditEntry last) {
        handle.execute("DELETE FROM audit_entry WHERE number <= ?", last.number());
        handle.execute("DELETE FROM audit_start");
        handle.execute(
                "INSERT INTO audit_start (number, hash, at_ms) VALUES (?, ?, ?)",
                last.number(),
                last.hash(),
                last.at().toEpochMilli());
    }

    private static AuditHead head(ResultSet row) throws SQLException {
        return new AuditHead(row.getLong("number"), row.getString("hash"));
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("number"),
                Instant.ofEpochMilli(row.getLong("at_ms")),
                row.getString("who"),
                row.getString("origin"),
                row.getString("action"),
                row.getString("kind"),
                row.getString("id"),
                row.getString("state_before"),
                row.getString("state_after"),
                row.getString("why"),
                row.getString("hash"));
    }
}
