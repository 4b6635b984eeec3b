package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.VerdictTable;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes the verdicts that differ from the stored ones. */
final class EvaluationWriter {
    private EvaluationWriter() {}

    /**
     * What changed in the stored verdicts.
     *
     * @param from start of the earliest period whose verdict changed
     * @param raising whether a raising verdict came or went
     */
    record VerdictChange(Instant from, boolean raising) {
        private VerdictChange and(VerdictChange other) {
            return new VerdictChange(other.from.isBefore(from) ? other.from : from, raising || other.raising);
        }
    }

    private record PeriodPhase(Instant from, Phase phase) {}

    /** Writes the verdicts of one key; returns what changed, null if nothing did. */
    static @Nullable VerdictChange write(Handle handle, CaseKey key, List<Evaluation> evaluations, Instant now) {
        Map<PeriodPhase, Verdict> stored = stored(handle, key, evaluations);
        List<Verdict> changed = new ArrayList<>();
        VerdictChange all = null;
        for (Evaluation e : evaluations) {
            Verdict before = stored.get(new PeriodPhase(e.from(), e.phase()));
            Verdict verdict = e.verdict();
            // What a running period looked like when it first raised stays as it was seen then.
            boolean keepsFirst = verdict != null && e.phase() == Phase.RUNNING && raises(before);
            if (keepsFirst || Objects.equals(before, verdict)) {
                continue;
            }
            if (verdict == null) {
                VerdictTable.remove(handle, key, e.from(), e.phase());
            } else {
                changed.add(verdict);
            }
            VerdictChange one = new VerdictChange(e.from(), raises(before) || raises(verdict));
            all = all == null ? one : all.and(one);
        }
        VerdictTable.put(handle, key, changed, now);
        return all;
    }

    private static Map<PeriodPhase, Verdict> stored(Handle handle, CaseKey key, List<Evaluation> evaluations) {
        Set<Long> starts =
                evaluations.stream().map(e -> e.from().toEpochMilli()).collect(Collectors.toSet());
        Map<PeriodPhase, Verdict> stored = new HashMap<>();
        VerdictTable.at(handle, key, starts).forEach(v -> stored.put(new PeriodPhase(v.from(), v.phase()), v));
        return stored;
    }

    private static boolean raises(@Nullable Verdict verdict) {
        return verdict != null && verdict.outcome() == Outcome.RAISES;
    }
}
