package io.greenpark.cleanproduction.desk;

import io.greenpark.cleanproduction.round.AuditReason;
import io.greenpark.cleanproduction.round.Register;
import io.greenpark.cleanproduction.round.Term;
import io.greenpark.park.text.Bilingual;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code clean_term}: the terms that the bureau has set. */
final class TermTable {
    private TermTable() {}

    static List<Term> all(Handle handle) {
        return handle.createQuery("SELECT * FROM clean_term ORDER BY number")
                .map((row, context) -> term(row))
                .list();
    }

    static long nextNumber(Handle handle) {
        return handle.createQuery("SELECT coalesce(max(number), 0) + 1 FROM clean_term")
                .mapTo(Long.class)
                .one();
    }

    /** @param term with an instant, an author and a word */
    static void insert(Handle handle, Term term) {
        Instant at = term.at();
        handle.execute(
                "INSERT INTO clean_term (number, step, base, register, reason, months, valid_from, source_zh, source_en,"
                        + " confirmed, word, at_ms, who) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Long.parseLong(term.id()),
                term.step().name(),
                name(term.base()),
                name(term.register()),
                name(term.reason()),
                term.months(),
                term.validFrom().toString(),
                term.source().zh(),
                term.source().en(),
                term.confirmed() ? 1 : 0,
                term.word(),
                at == null ? null : at.toEpochMilli(),
                term.who());
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static Term term(ResultSet row) throws SQLException {
        String base = row.getString("base");
        String register = row.getString("register");
        String reason = row.getString("reason");
        int months = row.getInt("months");
        boolean ended = row.wasNull();
        return new Term(
                String.valueOf(row.getLong("number")),
                Codes.step(row.getString("step")),
                base == null ? null : Codes.step(base),
                register == null ? null : Register.valueOf(register),
                reason == null ? null : AuditReason.valueOf(reason),
                ended ? null : Integer.valueOf(months),
                LocalDate.parse(row.getString("valid_from")),
                new Bilingual(row.getString("source_zh"), row.getString("source_en")),
                row.getInt("confirmed") != 0,
                row.getString("word"),
                Instant.ofEpochMilli(row.getLong("at_ms")),
                row.getString("who"));
    }
}
