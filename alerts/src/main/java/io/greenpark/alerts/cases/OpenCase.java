package io.greenpark.alerts.cases;

import java.time.Instant;

/**
 * An open case as evaluators look at it.
 *
 * @param since start of the first period it covers
 * @param figureFrom start of the period whose figure it shows
 */
public record OpenCase(CaseKey key, Instant since, Instant figureFrom) {}
