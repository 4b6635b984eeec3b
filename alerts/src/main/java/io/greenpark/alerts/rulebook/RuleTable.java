package io.greenpark.alerts.rulebook;

import io.greenpark.alerts.policy.Policies;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Rules and legal bases in the table {@code policy_version}: each has a kind of its own, {@code alert-rule/limit-exceeded-2}, and so versions of its own.
 * Rows are only added.
 */
final class RuleTable {
    static final String RULE = "alert-rule/";
    static final String BASIS = "legal-basis/";
    static final String DEPENDENCIES = "rule-dependencies";

    private RuleTable() {}

    /**
     * A version as it is kept.
     *
     * @param id without what it is
     */
    record Row(String id, long version, Instant at, String by, String reason, String document) {}

    /** How many changes there were. */
    static long changes(Handle handle) {
        return handle.createQuery("SELECT COALESCE(MAX(changes), 0) FROM alert_rulebook")
                .mapTo(Long.class)
                .one();
    }

    /** There is another one. */
    private static void changed(Handle handle) {
        handle.execute("INSERT INTO alert_rulebook (id, changes) VALUES (1, 1) ON CONFLICT (id)"
                + " DO UPDATE SET changes = alert_rulebook.changes + 1");
    }

    /** Those of one id. */
    static List<Row> of(Handle handle, String of, String id) {
        return all(handle, of + id).stream()
                .filter(row -> row.id().isEmpty())
                .map(row -> new Row(id, row.version(), row.at(), row.by(), row.reason(), row.document()))
                .toList();
    }

    /** All of them, those of each id oldest first. */
    static List<Row> all(Handle handle, String of) {
        return handle.createQuery("SELECT * FROM policy_version WHERE kind LIKE :kinds ORDER BY kind, version")
                .bind("kinds", of + "%")
                .map((row, context) -> new Row(
                        row.getString("kind").substring(of.length()),
                        row.getLong("version"),
                        Instant.ofEpochMilli(row.getLong("at_ms")),
                        row.getString("by_whom"),
                        row.getString("reason"),
                        row.getString("document")))
                .list();
    }

    static void insert(Handle handle, String of, Row one) {
        handle.execute(
                "INSERT INTO policy_version (kind, version, at_ms, by_whom, reason, document) VALUES (?, ?, ?, ?, ?, ?)",
                of + one.id(),
                one.version(),
                one.at().toEpochMilli(),
                one.by(),
                one.reason(),
                one.document());
        changed(handle);
    }

    /** What is shipped, as a version. */
    static Row shipped(String id, String document) {
        return new Row(id, 0, Instant.EPOCH, Policies.PLATFORM, Policies.SHIPPED, document);
    }
}
