package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.CasePolicy;
import io.greenpark.alerts.rule.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The verdict of a key's rule on one period.
 *
 * @param policy how the verdicts of the key become cases
 * @param verdict null where there is nothing (any more) to evaluate
 */
record Evaluation(
        CaseKey key,
        CasePolicy policy,
        Instant from,
        Verdict.Phase phase,
        @Nullable Verdict verdict) {
    static Evaluation of(CaseKey key, CasePolicy policy, Verdict verdict) {
        return new Evaluation(key, policy, verdict.from(), verdict.phase(), verdict);
    }
}
