package io.greenpark.alerts.evaluation;

import io.greenpark.store.books.Mark;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of {@code alert_due}: periods to be judged at a time to come. */
final class ScheduledEvaluations {
    private ScheduledEvaluations() {}

    /** Returns whether it was not noted before, or for another time. */
    static boolean put(Handle handle, EvaluationTask task, long dueMs) {
        return handle.createUpdate("INSERT INTO alert_due (kind, subject, start_ms, due_ms)"
                                + " VALUES (:kind, :subject, :start, :due)"
                                + " ON CONFLICT (kind, subject, start_ms) DO UPDATE SET due_ms = excluded.due_ms"
                                + " WHERE alert_due.due_ms <> excluded.due_ms")
                        .bind("kind", task.kind().name())
                        .bind("subject", task.subject())
                        .bind("start", task.startMs())
                        .bind("due", dueMs)
                        .execute()
                > 0;
    }

    /** What is to be judged by now, of some kinds only. */
    static List<EvaluationTask> due(Handle handle, Instant now, Set<Mark.Kind> kinds, int max) {
        return handle.createQuery("SELECT kind, subject, start_ms FROM alert_due WHERE due_ms <= :now"
                        + " AND kind IN (<kinds>) ORDER BY due_ms, start_ms LIMIT :max")
                .bindList("kinds", kinds.stream().map(Mark.Kind::name).toList())
                .bind("now", now.toEpochMilli())
                .bind("max", max)
                .map((row, context) -> new EvaluationTask(
                        Mark.Kind.valueOf(row.getString("kind")), row.getString("subject"), row.getLong("start_ms")))
                .list();
    }

    static void remove(Handle handle, Set<EvaluationTask> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(
                "DELETE FROM alert_due WHERE kind = :kind AND subject = :subject AND start_ms = :start");
        for (EvaluationTask task : tasks) {
            batch.bind("kind", task.kind().name())
                    .bind("subject", task.subject())
                    .bind("start", task.startMs())
                    .add();
        }
        batch.execute();
    }
}
