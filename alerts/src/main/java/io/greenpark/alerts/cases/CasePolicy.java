package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Hysteresis;
import java.time.Duration;

/**
 * How the episodes of a rule become cases.
 *
 * @param trial whether the rule is on trial: its cases are shown, no notification is sent
 * @param standsFor how long an episode is taken to last after its newest period, as long as no later one has a verdict;
 *     statistics come a month or more after their month
 * @param course how that was before and will be, and what a case cites
 */
public record CasePolicy(boolean trial, Hysteresis hysteresis, Duration standsFor, RuleCourse course) {
    /** Of a rule that never changes and is not cited. */
    public CasePolicy(boolean trial, Hysteresis hysteresis, Duration standsFor) {
        this(trial, hysteresis, standsFor, new RuleCourse.Fixed(hysteresis));
    }
}
