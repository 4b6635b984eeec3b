package io.greenpark.alerts.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a task.
 *
 * @param dueMs when the period is to be judged (again); null if it is done with
 */
record Judgement(
        Task task, List<Finding> findings, @Nullable Long dueMs) {}
