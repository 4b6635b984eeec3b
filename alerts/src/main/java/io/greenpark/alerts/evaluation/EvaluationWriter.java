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

/** Writes what the rules found, where it differs from what stands there. */
final class EvaluationWriter {
    private EvaluationWriter() {}

    /**
     * What came of writing.
     *
     * @param from start of the earliest period whose verdict changed
     * @param raising whether a raising verdict came or went
     */
    record Changed(Instant from, boolean raising) {
        private Changed and(Changed other) {
            return new Changed(other.from.isBefore(from) ? other.from : from, raising || other.raising);
        }
    }

    /** Writes findings of one matter; returns what changed, null if nothing did. */
    static @Nullable Changed put(Handle handle, CaseKey key, List<Evaluation> findings, Instant now) {
        Map<Key, Verdict> standing = new HashMap<>();
        VerdictTable.at(handle, key, starts(findings)).forEach(v -> standing.put(new Key(v.from(), v.phase()), v));
        List<Verdict> news = new ArrayList<>();
        Changed all = null;
        for (Evaluation f : findings) {
            Verdict before = standing.get(new Key(f.from(), f.phase()));
            Verdict verdict = f.verdict();
            // What a running period looked like when it first raised stays as it was seen then.
            boolean seen = verdict != null && f.phase() == Phase.RUNNING && raises(before);
            if (seen || Objects.equals(before, verdict)) {
                continue;
            }
            if (verdict == null) {
                VerdictTable.remove(handle, key, f.from(), f.phase());
            } else {
                news.add(verdict);
            }
            Changed one = new Changed(f.from(), raises(before) || raises(verdict));
            all = all == null ? one : all.and(one);
        }
        VerdictTable.put(handle, key, news, now);
        return all;
    }

    private record Key(Instant from, Phase phase) {}

    private static Set<Long> starts(List<Evaluation> findings) {
        return findings.stream().map(f -> f.from().toEpochMilli()).collect(Collectors.toSet());
    }

    private static boolean raises(@Nullable Verdict verdict) {
        return verdict != null && verdict.outcome() == Outcome.RAISES;
    }
}
