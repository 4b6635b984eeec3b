package io.greenpark.cleanproduction.desk;

import io.greenpark.cleanproduction.round.Entry;
import io.greenpark.cleanproduction.round.Listing;
import io.greenpark.cleanproduction.round.Paper;
import io.greenpark.cleanproduction.round.Register;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The table {@code clean_entry}. */
final class EntryTable {
    private EntryTable() {}

    static List<Entry> of(Handle handle, String enterprise) {
        return handle.createQuery("SELECT * FROM clean_entry WHERE enterprise = :enterprise ORDER BY number")
                .bind("enterprise", enterprise)
                .map((row, context) -> entry(row))
                .list();
    }

    /** The entries of all enterprises that have any, by their ids. */
    static Map<String, List<Entry>> all(Handle handle) {
        Map<String, List<Entry>> all = new HashMap<>();
        handle.createQuery("SELECT * FROM clean_entry ORDER BY enterprise, number")
                .map((row, context) -> Map.entry(row.getString("enterprise"), entry(row)))
                .forEach(e ->
                        all.computeIfAbsent(e.getKey(), id -> new ArrayList<>()).add(e.getValue()));
        return all;
    }

    /** @throws StaleException if there is one of that number */
    static void insert(Handle handle, String enterprise, Entry entry) {
        Paper paper = entry.paper();
        Listing listing = entry.listing();
        int inserted = handle.execute(
                "INSERT INTO clean_entry (enterprise, number, round, step, undoes, on_day, document, authority, attachment,"
                        + " register, reasons, word, at_ms, who) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                enterprise,
                entry.number(),
                entry.round(),
                entry.step().name(),
                entry.undoes(),
                entry.on().toString(),
                paper == null ? null : paper.number(),
                paper == null ? null : paper.authority(),
                paper == null ? null : paper.attachment(),
                listing == null ? null : listing.register().name(),
                listing == null ? null : Codes.reasons(listing.reasons()),
                entry.word(),
                entry.at().toEpochMilli(),
                entry.who());
        if (inserted == 0) {
            throw new StaleException("the audit of " + enterprise);
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String register = row.getString("register");
        return new Entry(
                row.getLong("number"),
                row.getInt("round"),
                Codes.step(row.getString("step")),
                Codes.longOrNull(row, "undoes"),
                LocalDate.parse(row.getString("on_day")),
                Codes.paper(row),
                register == null
                        ? null
                        : new Listing(Register.valueOf(register), Codes.reasons(row.getString("reasons"))),
                row.getString("word"),
                Instant.ofEpochMilli(row.getLong("at_ms")),
                row.getString("who"));
    }
}
