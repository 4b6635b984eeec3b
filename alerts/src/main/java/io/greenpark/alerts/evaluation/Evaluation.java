package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.Policy;
import io.greenpark.alerts.rule.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has to say of a period.
 *
 * @param verdict null where there is nothing (any more) to judge
 */
record Evaluation(
        CaseKey key,
        Policy policy,
        Instant from,
        Verdict.Phase phase,
        @Nullable Verdict verdict) {}
