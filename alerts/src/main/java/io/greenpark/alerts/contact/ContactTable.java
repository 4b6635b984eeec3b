package io.greenpark.alerts.contact;

import io.greenpark.alerts.contact.ContactLine.Confirmed;
import io.greenpark.alerts.contact.ContactLine.Mark;
import io.greenpark.alerts.contact.ContactRow.Asking;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables {@code contact_confirmation} and {@code contact_start}. */
final class ContactTable {
    private ContactTable() {}

    static Map<String, ContactRow> all(Handle handle) {
        Map<String, ContactRow> rows = new HashMap<>();
        handle.createQuery("SELECT * FROM contact_confirmation")
                .map((row, context) -> row(row))
                .forEach(row -> rows.put(row.id(), row));
        return rows;
    }

    static Optional<ContactRow> one(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM contact_confirmation WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne();
    }

    /** Inserts or replaces a row. */
    static void put(Handle handle, ContactRow row) {
        handle.createUpdate(
                        "INSERT INTO contact_confirmation (id, scope, owner, seen_ms, due_ms, round, asked, asked_ms,"
                                + " confirmed_ms, confirmed_by, how, word, declined_ms, gone_ms, marked_ms, marked_by, mark) VALUES (:id, :scope, :owner,"
                                + " :seen, :due, :round, :asked, :askedAt, :confirmed, :confirmedBy, :how, :word, :declined,"
                                + " :gone, :marked, :markedBy, :mark) ON CONFLICT (id) DO UPDATE SET seen_ms = excluded.seen_ms, due_ms = excluded.due_ms,"
                                + " round = excluded.round, asked = excluded.asked, asked_ms = excluded.asked_ms,"
                                + " confirmed_ms = excluded.confirmed_ms, confirmed_by = excluded.confirmed_by,"
                                + " how = excluded.how, word = excluded.word, declined_ms = excluded.declined_ms,"
                                + " gone_ms = excluded.gone_ms, marked_ms = excluded.marked_ms, marked_by = excluded.marked_by,"
                                + " mark = excluded.mark")
                .bind("id", row.id())
                .bind("scope", row.scope())
                .bind("owner", row.owner())
                .bind("seen", row.seen().toEpochMilli())
                .bind("due", row.asking().due().toEpochMilli())
                .bind("round", row.asking().round())
                .bind("asked", row.asking().letters())
                .bind("askedAt", ms(row.asking().at()))
                .bind(
                        "confirmed",
                        row.confirmed() == null ? null : ms(row.confirmed().at()))
                .bind(
                        "confirmedBy",
                        row.confirmed() == null ? null : row.confirmed().by())
                .bind("how", row.confirmed() == null ? null : row.confirmed().how())
                .bind("word", row.confirmed() == null ? null : row.confirmed().word())
                .bind("declined", ms(row.declined()))
                .bind("gone", ms(row.gone()))
                .bind("marked", row.mark() == null ? null : ms(row.mark().at()))
                .bind("markedBy", row.mark() == null ? null : row.mark().by())
                .bind("mark", row.mark() == null ? null : row.mark().word())
                .execute();
    }

    private static ContactRow row(ResultSet row) throws SQLException {
        return new ContactRow(
                row.getString("id"),
                row.getString("scope"),
                row.getString("owner"),
                Instant.ofEpochMilli(row.getLong("seen_ms")),
                new Asking(
                        Instant.ofEpochMilli(row.getLong("due_ms")),
                        row.getInt("round"),
                        row.getInt("asked"),
                        instant(row, "asked_ms")),
                confirmed(row),
                instant(row, "declined_ms"),
                instant(row, "gone_ms"),
                mark(row));
    }

    private static @Nullable Confirmed confirmed(ResultSet row) throws SQLException {
        Instant at = instant(row, "confirmed_ms");
        return at == null
                ? null
                : new Confirmed(at, row.getString("confirmed_by"), row.getString("how"), row.getString("word"));
    }

    private static @Nullable Mark mark(ResultSet row) throws SQLException {
        Instant at = instant(row, "marked_ms");
        return at == null ? null : new Mark(at, row.getString("marked_by"), row.getString("mark"));
    }

    /** Since when contacts are looked at; empty before the first look. */
    static Optional<Instant> start(Handle handle) {
        return handle.createQuery("SELECT at_ms FROM contact_start")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    static void begin(Handle handle, Instant at) {
        handle.execute(
                "INSERT INTO contact_start (one, at_ms) VALUES (1, ?) ON CONFLICT DO NOTHING", at.toEpochMilli());
    }

    static @Nullable Long ms(@Nullable Instant at) {
        return at == null ? null : Long.valueOf(at.toEpochMilli());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long ms = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(ms);
    }
}
