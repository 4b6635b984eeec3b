package io.greenpark.alerts.marking;

import io.greenpark.alerts.marking.DataMark.Decision;
import io.greenpark.alerts.marking.MarkTarget.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The tables {@code data_mark} and {@code data_mark_point}. */
final class MarkTable {
    private MarkTable() {}

    static void insert(Handle handle, DataMark m) {
        handle.execute(
                "INSERT INTO data_mark (id, enterprise, scope, target, kind, from_ms, to_ms, reason, files, made_by, account,"
                        + " made_ms, term_ms, decide_ms, rules, rule, state, effect)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                m.id(),
                m.enterpriseId(),
                m.target().scope().name(),
                m.target().id(),
                m.kind().name(),
                m.from().toEpochMilli(),
                m.to().toEpochMilli(),
                m.reason(),
                String.join(" ", m.files()),
                m.by(),
                m.account(),
                m.made().toEpochMilli(),
                m.term().toEpochMilli(),
                m.decideBy().toEpochMilli(),
                m.rules(),
                m.rule(),
                m.state().name(),
                m.effect().name());
        PreparedBatch points =
                handle.prepareBatch("INSERT INTO data_mark_point (point, mark, from_ms, to_ms) VALUES (?, ?, ?, ?)");
        m.points().forEach(point -> points.add(point, m.id(), m.from().toEpochMilli(), m.to().toEpochMilli()));
        points.execute();
    }

    /** Returns whether it was in that state by then. */
    static boolean decide(Handle handle, DataMark before, DataMark after) {
        Decision decision = after.decision();
        return handle.createUpdate(
                                "UPDATE data_mark SET state = :state, effect_to_ms = :effectTo,"
                                        + " decided_by = :by, decided_ms = :at, word = :word,"
                                        + " accepted_by = CASE WHEN :state = 'ACCEPTED' THEN :by ELSE accepted_by END WHERE id = :id AND state = :was")
                        .bind("state", after.state().name())
                        .bind(
                                "effectTo",
                                after.effectTo() == null
                                        ? null
                                        : (Long) after.effectTo().toEpochMilli())
                        .bind("by", decision == null ? null : decision.by())
                        .bind(
                                "at",
                                decision == null ? null : (Long) decision.at().toEpochMilli())
                        .bind("word", decision == null ? null : decision.word())
                        .bind("id", before.id())
                        .bind("was", before.state().name())
                        .execute()
                == 1;
    }

    static Optional<DataMark> find(Handle handle, String id) {
        return read(
                        handle,
                        handle.createQuery("SELECT * FROM data_mark WHERE id = :id")
                                .bind("id", id))
                .stream()
                .findFirst();
    }

    /** The same among those of some enterprises; null for all. */
    static Optional<DataMark> find(Handle handle, String id, @Nullable Collection<String> enterprises) {
        MarkFilter filter = new MarkFilter(enterprises, Set.of(), null, null, null, null);
        StringBuilder sql = new StringBuilder("SELECT * FROM data_mark m WHERE id = :id");
        filter.where(sql);
        Query query = handle.createQuery(sql.toString()).bind("id", id);
        filter.bind(query);
        return read(handle, query).stream().findFirst();
    }

    /** Newest first. */
    static List<DataMark> list(Handle handle, MarkFilter filter, int max) {
        StringBuilder sql = new StringBuilder("SELECT * FROM data_mark m WHERE 1 = 1");
        filter.where(sql);
        Query query = handle.createQuery(sql + " ORDER BY made_ms DESC, id LIMIT :max")
                .bind("max", max);
        filter.bind(query);
        return read(handle, query);
    }

    static long count(Handle handle, MarkFilter filter) {
        StringBuilder sql = new StringBuilder("SELECT count(*) FROM data_mark m WHERE 1 = 1");
        filter.where(sql);
        Query query = handle.createQuery(sql.toString());
        filter.bind(query);
        return query.mapTo(Long.class).one();
    }

    /** Accepted ones of some points that leave time out which meets {@code [from, to)}. */
    static List<DataMark> leavingOut(Handle handle, Collection<String> points, Instant from, Instant to) {
        if (points.isEmpty()) {
            return List.of();
        }
        return read(
                handle,
                handle.createQuery("SELECT * FROM data_mark m WHERE state = 'ACCEPTED' AND effect <> 'NONE'"
                                + " AND from_ms < :to AND effect_to_ms > :from AND EXISTS"
                                + " (SELECT 1 FROM data_mark_point p WHERE p.mark = m.id AND p.point IN (<points>))"
                                + " ORDER BY from_ms, id")
                        .bindList("points", List.copyOf(points))
                        .bind("from", from.toEpochMilli())
                        .bind("to", to.toEpochMilli()));
    }

    /** For how many milliseconds accepted marks of a target that one rule took do so, among those that begin in {@code [from, to)}. */
    static long leftOutMs(Handle handle, MarkTarget target, String rule, Instant from, Instant to) {
        return handle.createQuery(
                        "SELECT COALESCE(sum(effect_to_ms - from_ms), 0) FROM data_mark WHERE state = 'ACCEPTED'"
                                + " AND scope = :scope AND target = :target AND rule = :rule AND from_ms >= :from AND from_ms < :to")
                .bind("scope", target.scope().name())
                .bind("target", target.id())
                .bind("rule", rule)
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .mapTo(Long.class)
                .one();
    }

    /**
     * For how many milliseconds they do so of that one of some points of which they do most, whatever target these were marked by: an outlet's mark
     * leaves out what its devices measure, and a device's again.
     */
    static long leftOutMs(Handle handle, List<String> points, String rule, Instant from, Instant to) {
        if (points.isEmpty()) {
            return 0;
        }
        return handle.createQuery(
                        "SELECT COALESCE(max(left_out.ms), 0) FROM (SELECT sum(m.effect_to_ms - m.from_ms) AS ms"
                                + " FROM data_mark m JOIN data_mark_point p ON p.mark = m.id WHERE m.state = 'ACCEPTED' AND m.rule = :rule"
                                + " AND m.from_ms >= :from AND m.from_ms < :to AND p.point IN (<points>) GROUP BY p.point) left_out")
                .bindList("points", points)
                .bind("rule", rule)
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .mapTo(Long.class)
                .one();
    }

    private static List<DataMark> read(Handle handle, Query query) {
        List<DataMark> bare = query.map((row, context) -> mark(row, List.of())).list();
        if (bare.isEmpty()) {
            return bare;
        }
        Map<String, List<String>> points = new HashMap<>();
        handle.createQuery("SELECT mark, point FROM data_mark_point WHERE mark IN (<marks>) ORDER BY point")
                .bindList("marks", bare.stream().map(DataMark::id).toList())
                .map((row, context) -> Map.entry(row.getString("mark"), row.getString("point")))
                .forEach(e -> points.computeIfAbsent(e.getKey(), m -> new ArrayList<>())
                        .add(e.getValue()));
        return bare.stream()
                .map(m -> m.of(points.getOrDefault(m.id(), List.of())))
                .toList();
    }

    private static DataMark mark(ResultSet row, List<String> points) throws SQLException {
        String files = row.getString("files");
        return new DataMark(
                row.getString("id"),
                row.getString("enterprise"),
                new MarkTarget(Scope.valueOf(row.getString("scope")), row.getString("target")),
                points,
                MarkKind.valueOf(row.getString("kind")),
                time(row, "from_ms"),
                time(row, "to_ms"),
                row.getString("reason"),
                files.isEmpty() ? List.of() : Arrays.asList(files.split(" ")),
                row.getString("made_by"),
                row.getString("account"),
                time(row, "made_ms"),
                time(row, "term_ms"),
                time(row, "decide_ms"),
                row.getLong("rules"),
                row.getString("rule"),
                MarkState.valueOf(row.getString("state")),
                MarkEffect.valueOf(row.getString("effect")),
                row.getObject("effect_to_ms") == null ? null : time(row, "effect_to_ms"),
                row.getObject("decided_ms") == null
                        ? null
                        : new Decision(row.getString("decided_by"), time(row, "decided_ms"), row.getString("word")));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }
}
