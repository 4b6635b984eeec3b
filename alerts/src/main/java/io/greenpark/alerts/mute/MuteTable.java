package io.greenpark.alerts.mute;

import io.greenpark.alerts.cases.Case;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The table {@code alert_mute}: rows are added and ended only. */
public final class MuteTable {
    private MuteTable() {}

    /** Those that hold at a time. */
    public static List<Mute> holding(Handle handle, Instant at) {
        return handle.createQuery("SELECT * FROM alert_mute WHERE from_ms <= :at AND to_ms > :at"
                        + " AND (ended_ms IS NULL OR ended_ms > :at) ORDER BY id")
                .bind("at", at.toEpochMilli())
                .map((row, context) -> mute(row))
                .list();
    }

    /** Those that are not over before a time, the ones that end last first. */
    static List<Mute> since(Handle handle, Instant at, int max) {
        return handle.createQuery("SELECT * FROM alert_mute WHERE to_ms >= :at ORDER BY to_ms DESC, id DESC LIMIT :max")
                .bind("at", at.toEpochMilli())
                .bind("max", max)
                .map((row, context) -> mute(row))
                .list();
    }

    static Optional<Mute> find(Handle handle, long id) {
        return handle.createQuery("SELECT * FROM alert_mute WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> mute(row))
                .findOne();
    }

    static long insert(Handle handle, Mute m) {
        long id = handle.createQuery("SELECT COALESCE(max(id), 0) + 1 AS n FROM alert_mute")
                .mapTo(Long.class)
                .one();
        handle.execute(
                "INSERT INTO alert_mute (id, kind, scope, target, rules, from_ms, to_ms, owner, reason, made_ms)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                m.kind().name(),
                m.target().scope().name(),
                m.target().id(),
                m.rules().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")),
                m.from().toEpochMilli(),
                m.to().toEpochMilli(),
                m.owner(),
                m.reason(),
                m.made().toEpochMilli());
        return id;
    }

    /** Returns whether it was not over by then. */
    static boolean end(Handle handle, long id, Instant at, String by) {
        return handle.execute(
                        "UPDATE alert_mute SET ended_ms = ?, ended_by = ? WHERE id = ? AND ended_ms IS NULL AND to_ms > ?",
                        at.toEpochMilli(),
                        by,
                        id,
                        at.toEpochMilli())
                == 1;
    }

    private static Mute mute(ResultSet row) throws SQLException {
        String rules = row.getString("rules");
        return new Mute(
                row.getLong("id"),
                Mute.Kind.valueOf(row.getString("kind")),
                new Mute.Target(Mute.Scope.valueOf(row.getString("scope")), row.getString("target")),
                rules.isEmpty()
                        ? Set.of()
                        : Arrays.stream(rules.split(" "))
                                .map(Case.Rule::valueOf)
                                .collect(Collectors.toSet()),
                Instant.ofEpochMilli(row.getLong("from_ms")),
                Instant.ofEpochMilli(row.getLong("to_ms")),
                row.getString("owner"),
                row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("made_ms")),
                row.getObject("ended_ms") == null ? null : Instant.ofEpochMilli(row.getLong("ended_ms")),
                row.getString("ended_by"));
    }
}
