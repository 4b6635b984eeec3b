package io.greenpark.alerts.evaluation;

import io.greenpark.store.books.Mark;

/** A period to be evaluated, because of a mark or because it has closed. */
record EvaluationTask(Mark.Kind kind, String subject, long startMs) {}
