package io.greenpark.alerts.evaluation;

import io.greenpark.store.books.Mark;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of {@code alert_due}: periods to be evaluated at a time to come. */
final class ScheduledEvaluations {
    private ScheduledEvaluations() {}

    private static final String PUT = "INSERT INTO alert_due (kind, subject, start_ms, due_ms)"
            + " VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (kind, subject, start_ms) DO UPDATE SET due_ms = excluded.due_ms"
            + " WHERE alert_due.due_ms <> excluded.due_ms";

    /** Returns whether it was not scheduled before, or for another time. */
    static boolean put(Handle handle, EvaluationTask task, long dueMs) {
        return handle.execute(PUT, task.kind().name(), task.subject(), task.startMs(), dueMs) > 0;
    }

    /** Schedules many for one time. */
    static void put(Handle handle, List<EvaluationTask> tasks, long dueMs) {
        if (tasks.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(PUT);
        tasks.forEach(task -> batch.add(task.kind().name(), task.subject(), task.startMs(), dueMs));
        batch.execute();
    }

    /** What is to be evaluated by now, of some kinds only. */
    static List<EvaluationTask> due(Handle handle, Instant now, Set<Mark.Kind> kinds, int max) {
        return handle.createQuery("SELECT kind, subject, start_ms FROM alert_due WHERE due_ms <= :now"
                        + " AND kind IN (<kinds>) ORDER BY due_ms, start_ms LIMIT :max")
                .bindList("kinds", kinds.stream().map(Mark.Kind::name).toList())
                .bind("now", now.toEpochMilli())
                .bind("max", max)
                .map(ConstructorMapper.of(EvaluationTask.class))
                .list();
    }

    static void remove(Handle handle, Set<EvaluationTask> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(
                "DELETE FROM alert_due WHERE kind = :kind AND subject = :subject AND start_ms = :startMs");
        for (EvaluationTask task : tasks) {
            batch.bind("kind", task.kind())
                    .bind("subject", task.subject())
                    .bind("startMs", task.startMs())
                    .add();
        }
        batch.execute();
    }
}
