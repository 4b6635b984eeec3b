package io.greenpark.alerts.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a task.
 *
 * @param dueMs when the period is to be evaluated (again); null if it is done with
 */
record EvaluationResult(
        EvaluationTask task,
        List<Evaluation> evaluations,
        @Nullable Long dueMs) {}
