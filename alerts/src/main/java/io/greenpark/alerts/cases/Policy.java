package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Hysteresis;
import java.time.Duration;

/**
 * How a rule's findings become cases.
 *
 * @param trial whether the rule is on trial: it raises and tells nobody
 * @param standsFor how long a finding is taken to last after its newest period, as long as no later one has been judged;
 *     statistics come a month or more after their month
 */
public record Policy(boolean trial, Hysteresis hysteresis, Duration standsFor) {}
