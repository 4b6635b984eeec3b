package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.VerdictTable;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** Writes the verdicts of one key; returns what changed, null if nothing did. */
    static @Nullable VerdictChange write(Handle handle, CaseKey key, List<Evaluation> evaluations, Instant now) {
        return write(handle, Map.of(key, evaluations), now).get(key);
    }

    /** Writes the verdicts of a portion of keys, each with its evaluations; returns what changed of those of which anything did. */
    static Map<CaseKey, VerdictChange> write(Handle handle, Map<CaseKey, List<Evaluation>> byKey, Instant now) {
        StoredVerdicts stored = StoredVerdicts.of(handle, byKey);
        VoidedTimes voided = VoidedTimes.of(handle, byKey.keySet());
        Map<CaseKey, VerdictChange> changes = new HashMap<>();
        Map<CaseKey, List<Verdict>> written = new LinkedHashMap<>();
        byKey.values()
                .forEach(evaluations -> evaluations.forEach(e -> {
                    Verdict before = stored.of(e);
                    Verdict verdict = voided.apply(e.key(), e.verdict());
                    // What a running period looked like when it first raised stays as it was seen then.
                    boolean keepsFirst = verdict != null && e.phase() == Phase.RUNNING && raises(before);
                    if (keepsFirst || Objects.equals(before, verdict)) {
                        return;
                    }
                    if (verdict == null) {
                        VerdictTable.remove(handle, e.key(), e.from(), e.phase());
                    } else {
                        written.computeIfAbsent(e.key(), k -> new ArrayList<>()).add(verdict);
                    }
                    changes.merge(
                            e.key(),
                            new VerdictChange(e.from(), raises(before) || raises(verdict)),
                            VerdictChange::and);
                }));
        VerdictTable.put(handle, written, now);
        return changes;
    }

    private static boolean raises(@Nullable Verdict verdict) {
        return verdict != null && verdict.outcome() == Outcome.RAISES;
    }
}
