package io.greenpark.alerts.judge;

import io.greenpark.alerts.cases.Matter;
import io.greenpark.alerts.cases.Policy;
import io.greenpark.alerts.rule.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has to say of a period.
 *
 * @param verdict null where there is nothing (any more) to judge
 */
record Finding(
        Matter matter,
        Policy policy,
        Instant from,
        Verdict.Phase phase,
        @Nullable Verdict verdict) {}
