package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.OpenCase;
import io.greenpark.alerts.cases.VerdictTable;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Outcome;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts there are on something that may be silent.
 *
 * @param key that of its open case, or that of the one it would have
 * @param raising those that keep its case open, oldest first; empty if none is open
 * @param latest the newest; null if there is none
 */
record SilencePast(
        CaseKey key, List<Verdict> raising, @Nullable Verdict latest) {
    /** @param open its open case; null if it has none */
    static SilencePast of(Handle handle, @Nullable OpenCase open, CaseKey otherwise) {
        if (open == null) {
            Verdict latest = VerdictTable.latest(handle, otherwise.rule(), otherwise.subject())
                    .orElse(null);
            return new SilencePast(otherwise, List.of(), latest);
        }
        List<Verdict> verdicts = VerdictTable.of(handle, open);
        return new SilencePast(
                open.key(),
                verdicts.stream().filter(v -> v.outcome() == Outcome.RAISES).toList(),
                verdicts.isEmpty() ? null : verdicts.get(verdicts.size() - 1));
    }

    /** The newest verdict that raised the open case; null if none is open. */
    @Nullable
    Verdict raised() {
        return raising.isEmpty() ? null : raising.get(raising.size() - 1);
    }

    /** Whether an open case says that nothing comes, and not that a door is shut. */
    boolean isSilence() {
        Verdict raised = raised();
        return raised != null && raised.reason() == null;
    }
}
