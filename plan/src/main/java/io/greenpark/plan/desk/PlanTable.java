package io.greenpark.plan.desk;

import io.greenpark.plan.target.Plan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tables {@code plan} and {@code plan_step}. */
final class PlanTable {
    private PlanTable() {}

    static List<Plan> all(Handle handle) {
        return handle.createQuery("SELECT * FROM plan ORDER BY id")
                .map((row, context) -> read(row))
                .list();
    }

    static Optional<Plan> one(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM plan WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    static List<Step<Plan>> steps(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM plan_step WHERE id = :id ORDER BY version")
                .bind("id", id)
                .map((row, context) ->
                        new Step<>(read(row), Instant.ofEpochMilli(row.getLong("at_ms")), row.getString("who")))
                .list();
    }

    /**
     * Puts a plan in the place of the version before it, and keeps it for good as what it is now.
     *
     * @throws StaleException if that is not there
     */
    static void put(Handle handle, Plan plan, String who, Instant at) {
        String document = PlanText.write(plan);
        int rows = plan.version() == 1
                ? handle.execute(
                        "INSERT INTO plan (id, version, changed_ms, document) VALUES (?, 1, ?, ?) ON CONFLICT DO NOTHING",
                        plan.id(),
                        at.toEpochMilli(),
                        document)
                : handle.execute(
                        "UPDATE plan SET version = ?, changed_ms = ?, document = ? WHERE id = ? AND version = ?",
                        plan.version(),
                        at.toEpochMilli(),
                        document,
                        plan.id(),
                        plan.version() - 1);
        if (rows != 1) {
            throw new StaleException("plan " + plan.id());
        }
        handle.execute(
                "INSERT INTO plan_step (id, version, at_ms, who, document) VALUES (?, ?, ?, ?, ?)",
                plan.id(),
                plan.version(),
                at.toEpochMilli(),
                who,
                document);
    }

    /**
     * Holds a plan as it is until the transaction ends, by writing what is there.
     *
     * @throws StaleException if it is another version by now
     */
    static void require(Handle handle, Plan plan) {
        if (handle.execute("UPDATE plan SET version = version WHERE id = ? AND version = ?", plan.id(), plan.version())
                != 1) {
            throw new StaleException("plan " + plan.id());
        }
    }

    private static Plan read(ResultSet row) throws SQLException {
        return PlanReading.read(row.getString("id"), row.getLong("version"), row.getString("document"));
    }
}
