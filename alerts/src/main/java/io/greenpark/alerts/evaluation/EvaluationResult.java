package io.greenpark.alerts.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a task.
 *
 * @param dueMs when the period is to be judged (again); null if it is done with
 */
record EvaluationResult(
        EvaluationTask task,
        List<Evaluation> findings,
        @Nullable Long dueMs) {}
