package io.greenpark.returns.form;

import java.time.Instant;

/** What somebody said to a question. */
public record Answer(String word, String who, Instant at) {}
