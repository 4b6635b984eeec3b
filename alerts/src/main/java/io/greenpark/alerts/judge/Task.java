package io.greenpark.alerts.judge;

import io.greenpark.store.books.Mark;

/** A period to be judged, from a mark or because it has closed. */
record Task(Mark.Kind kind, String subject, long startMs) {}
