package io.greenpark.alerts.notice;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseLevel;
import io.greenpark.park.registry.Outlet.Standing;
import io.greenpark.park.time.Step;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a case, as far as it decides who is told of it.
 *
 * @param step over how long its figure is a mean; null where it is no mean
 * @param standing of the outlet it is about; null where it is about none
 * @param raisedAt when it was raised, or last reopened
 * @param runningFor how long it was so without a break, by what was measured
 * @param timesLimit its figure as a multiple of the limit; null where it has none
 * @param answered whether the enterprise has answered
 * @param monthClosed whether the month of its figure is closed
 */
public record CaseAspect(
        Case.Rule rule,
        @Nullable Step step,
        @Nullable Standing standing,
        CaseLevel level,
        Instant raisedAt,
        Duration runningFor,
        @Nullable BigDecimal timesLimit,
        boolean answered,
        boolean monthClosed) {}
