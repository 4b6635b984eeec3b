package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.CasePolicy;
import io.greenpark.alerts.rule.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step says of something that is silent, or no longer is.
 *
 * @param verdicts those that are new; none where only its words may have changed
 * @param raised the newest verdict that raised its case; null if there is none
 * @param expected whether anything is expected of it any more
 */
record SilenceEvaluation(
        CaseKey key,
        CasePolicy policy,
        List<Verdict> verdicts,
        @Nullable Verdict raised,
        boolean expected) {
    static SilenceEvaluation of(CaseKey key, CasePolicy policy, Verdict verdict, @Nullable Verdict raised) {
        return new SilenceEvaluation(
                key, policy, List.of(verdict), verdict.outcome() == Verdict.Outcome.RAISES ? verdict : raised, true);
    }
}
