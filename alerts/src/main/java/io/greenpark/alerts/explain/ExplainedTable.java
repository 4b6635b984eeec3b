package io.greenpark.alerts.explain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The table {@code alert_explained}: a row for each while that something explained a case. */
public final class ExplainedTable {
    private ExplainedTable() {}

    /** What is explained now, by its case. */
    static Map<String, Explanation> open(Handle handle) {
        return byCase(handle.createQuery("SELECT * FROM alert_explained WHERE to_ms IS NULL"));
    }

    /** What explains a case now; null for nothing. */
    static @Nullable Explanation open(Handle handle, String id) {
        return byCase(handle.createQuery("SELECT * FROM alert_explained WHERE case_id = :id AND to_ms IS NULL")
                        .bind("id", id))
                .get(id);
    }

    /** What explains some cases now, or did until they were over, by them. */
    public static Map<String, Explanation> of(Handle handle, Collection<String> cases) {
        return cases.isEmpty()
                ? Map.of()
                : byCase(handle.createQuery(
                                "SELECT e.* FROM alert_explained e JOIN alert_case c ON c.id = e.case_id"
                                        + " WHERE e.case_id IN (<cases>) AND (e.to_ms IS NULL OR c.state <> 'OPEN') ORDER BY e.from_ms")
                        .bindList("cases", List.copyOf(cases)));
    }

    /** Ids of the cases that a case explains, or did until they were over, oldest first. */
    public static List<String> by(Handle handle, String id) {
        return handle.createQuery("SELECT e.case_id, min(e.from_ms) AS first FROM alert_explained e JOIN alert_case c"
                        + " ON c.id = e.case_id JOIN alert_case b ON b.id = e.by_case WHERE e.by_case = :id"
                        + " AND (e.to_ms IS NULL OR c.state <> 'OPEN' OR b.state <> 'OPEN')"
                        + " GROUP BY e.case_id ORDER BY first, e.case_id")
                .bind("id", id)
                .map((row, context) -> row.getString("case_id"))
                .list();
    }

    static void put(Handle handle, Explanation one) {
        Instant to = one.to();
        handle.execute(
                "INSERT INTO alert_explained (case_id, from_ms, explaining, by_case, version, to_ms) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (case_id, from_ms) DO UPDATE SET explaining = excluded.explaining,"
                        + " by_case = excluded.by_case, version = excluded.version, to_ms = excluded.to_ms",
                one.caseId(),
                one.from().toEpochMilli(),
                one.explaining(),
                one.byCase(),
                one.version(),
                to == null ? null : to.toEpochMilli());
    }

    private static Map<String, Explanation> byCase(Query query) {
        Map<String, Explanation> found = new HashMap<>();
        query.map((row, context) -> row(row)).forEach(one -> found.put(one.caseId(), one));
        return found;
    }

    private static Explanation row(ResultSet row) throws SQLException {
        long to = row.getLong("to_ms");
        Instant ended = row.wasNull() ? null : Instant.ofEpochMilli(to);
        return new Explanation(
                row.getString("case_id"),
                row.getString("explaining"),
                row.getString("by_case"),
                row.getLong("version"),
                Instant.ofEpochMilli(row.getLong("from_ms")),
                ended);
    }
}
