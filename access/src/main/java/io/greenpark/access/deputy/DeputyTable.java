package io.greenpark.access.deputy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The table {@code deputy}. Rows are added and ended, and never changed otherwise. */
public final class DeputyTable {
    private DeputyTable() {}

    /** All there ever were, the newest begun first. */
    static List<Deputyship> all(Handle handle) {
        return handle.createQuery("SELECT * FROM deputy ORDER BY from_ms DESC, id")
                .map((row, context) -> deputyship(row))
                .list();
    }

    /** Those of an account, on either side, that are not over, the next to begin first. */
    public static List<Deputyship> openOf(Handle handle, String account, Instant now) {
        return handle.createQuery("SELECT * FROM deputy WHERE (account = :account OR deputy = :account)"
                        + " AND until_ms > :now AND ended_ms IS NULL ORDER BY from_ms, id")
                .bind("account", account)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> deputyship(row))
                .list();
    }

    static void insert(Handle handle, Deputyship d) {
        handle.execute(
                "INSERT INTO deputy (id, account, deputy, from_ms, until_ms, created_ms, created_by, word)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                d.id(),
                d.account(),
                d.deputy(),
                d.from().toEpochMilli(),
                d.until().toEpochMilli(),
                d.created().toEpochMilli(),
                d.createdBy(),
                d.word());
    }

    /** Ends one that is not over; nothing where somebody has ended it. */
    public static void end(Handle handle, String id, Instant at, String by) {
        handle.execute(
                "UPDATE deputy SET ended_ms = ?, ended_by = ? WHERE id = ? AND ended_ms IS NULL",
                at.toEpochMilli(),
                by,
                id);
    }

    private static Deputyship deputyship(ResultSet row) throws SQLException {
        long ended = row.getLong("ended_ms");
        Instant endedAt = row.wasNull() ? null : Instant.ofEpochMilli(ended);
        return new Deputyship(
                row.getString("id"),
                row.getString("account"),
                row.getString("deputy"),
                Instant.ofEpochMilli(row.getLong("from_ms")),
                Instant.ofEpochMilli(row.getLong("until_ms")),
                Instant.ofEpochMilli(row.getLong("created_ms")),
                row.getString("created_by"),
                row.getString("word"),
                endedAt,
                row.getString("ended_by"));
    }
}
