package io.greenpark.objection.desk;

import io.greenpark.objection.form.Ending;
import io.greenpark.objection.form.Objection;
import io.greenpark.objection.form.ObjectionState;
import io.greenpark.objection.form.ObjectionStep;
import io.greenpark.objection.form.Thing;
import io.greenpark.objection.form.ThingKind;
import io.greenpark.park.text.Bilingual;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables {@code objection} and {@code objection_step}. */
public final class ObjectionTable {
    private ObjectionTable() {}

    /** The next number of a year: in the transaction that files, so that none is left out or used twice. */
    static int nextOrdinal(Handle handle, int year) {
        return handle.createQuery("SELECT coalesce(max(ordinal), 0) + 1 AS n FROM objection WHERE year = :year")
                .bind("year", year)
                .mapTo(Integer.class)
                .one();
    }

    static void insert(Handle handle, Objection one, int year, int ordinal) {
        handle.execute(
                "INSERT INTO objection (number, year, ordinal, version, enterprise, kind, thing, from_ms, to_ms, name_zh,"
                        + " name_en, reason, filed_ms, filed_by, due_ms, state)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                one.number(),
                year,
                ordinal,
                one.version(),
                one.enterpriseId(),
                one.thing().kind().name(),
                one.thing().id(),
                millis(one.thing().from()),
                millis(one.thing().to()),
                one.name().zh(),
                one.name().en(),
                one.reason(),
                one.filedAt().toEpochMilli(),
                one.filedBy(),
                one.dueAt().toEpochMilli(),
                one.state().name());
    }

    /** It ends, if it is still open. */
    static boolean end(Handle handle, Objection ended, Ending how) {
        return handle.execute(
                        "UPDATE objection SET version = ?, state = ?, ended_ms = ?, ended_by = ?, words = ?, basis = ?,"
                                + " ruled_from_ms = ?, ruled_to_ms = ? WHERE number = ? AND state = 'OPEN' AND version = ?",
                        ended.version(),
                        ended.state().name(),
                        how.at().toEpochMilli(),
                        how.by(),
                        how.words(),
                        how.basis(),
                        millis(how.from()),
                        millis(how.to()),
                        ended.number(),
                        ended.version() - 1)
                == 1;
    }

    /** Notes that the office was reminded; returns whether it was not before. */
    public static boolean noteReminded(Handle handle, String number, Instant at) {
        return handle.execute(
                        "UPDATE objection SET reminded_ms = ? WHERE number = ? AND state = 'OPEN' AND reminded_ms IS NULL",
                        at.toEpochMilli(),
                        number)
                == 1;
    }

    /** Notes that the term passed; returns whether that was not noted before. */
    public static boolean noteOverdue(Handle handle, String number, Instant at) {
        return handle.execute(
                        "UPDATE objection SET overdue_ms = ? WHERE number = ? AND state = 'OPEN' AND overdue_ms IS NULL",
                        at.toEpochMilli(),
                        number)
                == 1;
    }

    /** Adds what happened. */
    public static void addStep(
            Handle handle, String number, Instant at, String who, ObjectionStep.Kind kind, @Nullable String words) {
        int step = handle.createQuery("SELECT count(*) + 1 AS n FROM objection_step WHERE number = :number")
                .bind("number", number)
                .mapTo(Integer.class)
                .one();
        handle.execute(
                "INSERT INTO objection_step (number, step, at_ms, who, kind, words) VALUES (?, ?, ?, ?, ?, ?)",
                number,
                step,
                at.toEpochMilli(),
                who,
                kind.name(),
                words);
    }

    static List<ObjectionStep> steps(Handle handle, String number) {
        return handle.createQuery("SELECT * FROM objection_step WHERE number = :number ORDER BY step")
                .bind("number", number)
                .map((row, context) -> new ObjectionStep(
                        row.getInt("step"),
                        Instant.ofEpochMilli(row.getLong("at_ms")),
                        row.getString("who"),
                        ObjectionStep.Kind.valueOf(row.getString("kind")),
                        row.getString("words")))
                .list();
    }

    static Optional<Objection> find(Handle handle, String number) {
        return handle.createQuery("SELECT * FROM objection WHERE number = :number")
                .bind("number", number)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** Those in some states, newest first. */
    static List<Objection> in(Handle handle, Set<ObjectionState> states) {
        return handle.createQuery(
                        "SELECT * FROM objection WHERE state IN (<states>) ORDER BY filed_ms DESC, number DESC")
                .bindList("states", states.stream().map(ObjectionState::name).toList())
                .map((row, context) -> read(row))
                .list();
    }

    /** The open ones of which the office is yet to be reminded, or that they are late yet to be noted. */
    public static List<Objection> unnoted(Handle handle) {
        return handle.createQuery("SELECT * FROM objection WHERE state = 'OPEN' AND overdue_ms IS NULL ORDER BY due_ms")
                .map((row, context) -> read(row))
                .list();
    }

    /** The open one of an enterprise about a thing. */
    static Optional<Objection> open(Handle handle, String enterprise, Thing thing) {
        return handle
                .createQuery("SELECT * FROM objection WHERE enterprise = :enterprise AND state = 'OPEN'"
                        + " AND kind = :kind AND thing = :thing ORDER BY filed_ms")
                .bind("enterprise", enterprise)
                .bind("kind", thing.kind().name())
                .bind("thing", thing.id())
                .map((row, context) -> read(row))
                .list()
                .stream()
                .filter(one -> one.thing().equals(thing))
                .findFirst();
    }

    private static Objection read(ResultSet row) throws SQLException {
        Instant endedAt = instant(row, "ended_ms");
        String endedBy = row.getString("ended_by");
        return new Objection(
                row.getString("number"),
                row.getLong("version"),
                row.getString("enterprise"),
                new Thing(
                        ThingKind.valueOf(row.getString("kind")),
                        row.getString("thing"),
                        instant(row, "from_ms"),
                        instant(row, "to_ms")),
                new Bilingual(row.getString("name_zh"), row.getString("name_en")),
                row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("filed_ms")),
                row.getString("filed_by"),
                Instant.ofEpochMilli(row.getLong("due_ms")),
                ObjectionState.valueOf(row.getString("state")),
                endedAt == null || endedBy == null
                        ? null
                        : new Ending(
                                endedAt,
                                endedBy,
                                row.getString("words"),
                                row.getString("basis"),
                                instant(row, "ruled_from_ms"),
                                instant(row, "ruled_to_ms")),
                instant(row, "reminded_ms"),
                instant(row, "overdue_ms"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }
}
