package io.greenpark.accounting.check;

/** The time that a value stands for. */
record Stay(PointValue value, Span time) {}
