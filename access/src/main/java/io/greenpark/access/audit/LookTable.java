package io.greenpark.access.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The table {@code audit_look}. */
final class LookTable {
    private static final String ADD = "INSERT INTO audit_look (person, kind, id, hour_ms, count, first_ms, last_ms)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (person, kind, id, hour_ms) DO UPDATE SET"
            + " count = audit_look.count + excluded.count,"
            + " first_ms = CASE WHEN excluded.first_ms < audit_look.first_ms THEN excluded.first_ms"
            + " ELSE audit_look.first_ms END,"
            + " last_ms = CASE WHEN excluded.last_ms > audit_look.last_ms THEN excluded.last_ms"
            + " ELSE audit_look.last_ms END";

    private LookTable() {}

    /** Adds looks to those of the same person, object and hour; returns how many rows that made or changed. */
    static int add(Handle handle, Collection<Look> looks) {
        try (PreparedBatch batch = handle.prepareBatch(ADD)) {
            looks.forEach(look -> batch.add(
                    look.person(),
                    look.object().kind(),
                    look.object().id(),
                    look.hour().toEpochMilli(),
                    look.count(),
                    look.first().toEpochMilli(),
                    look.last().toEpochMilli()));
            return Arrays.stream(batch.execute()).sum();
        }
    }

    /** Looks of hours that begin within a span, those of the newest hours first. */
    static List<Look> newest(
            Handle handle,
            @Nullable String person,
            @Nullable AuditObject object,
            Instant from,
            Instant until,
            int most) {
        List<String> conditions = new ArrayList<>(List.of("hour_ms >= :from", "hour_ms < :until"));
        Map<String, Object> values = new LinkedHashMap<>();
        if (person != null) {
            conditions.add("person = :person");
            values.put("person", person);
        }
        if (object != null) {
            conditions.add("kind = :kind AND id = :id");
            values.put("kind", object.kind());
            values.put("id", object.id());
        }
        return handle.createQuery("SELECT * FROM audit_look WHERE " + String.join(" AND ", conditions)
                        + " ORDER BY hour_ms DESC, person, kind, id LIMIT :most")
                .bind("from", from.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .bind("most", most)
                .bindMap(values)
                .map((row, context) -> look(row))
                .list();
    }

    /** Begin of the oldest hour; empty if there is no look. */
    static Optional<Instant> oldestHour(Handle handle) {
        return handle.createQuery("SELECT hour_ms FROM audit_look ORDER BY hour_ms LIMIT 1")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /** Deletes the looks of an hour; their number. */
    static int delete(Handle handle, Instant hour) {
        return handle.execute("DELETE FROM audit_look WHERE hour_ms = ?", hour.toEpochMilli());
    }

    private static Look look(ResultSet row) throws SQLException {
        return new Look(
                row.getString("person"),
                new AuditObject(row.getString("kind"), row.getString("id")),
                Instant.ofEpochMilli(row.getLong("hour_ms")),
                row.getLong("count"),
                Instant.ofEpochMilli(row.getLong("first_ms")),
                Instant.ofEpochMilli(row.getLong("last_ms")));
    }
}
