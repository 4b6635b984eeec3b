package io.greenpark.alerts.judge;

import io.greenpark.alerts.cases.Matter;
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
final class Findings {
    private Findings() {}

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
    static @Nullable Changed put(Handle handle, Matter matter, List<Finding> findings, Instant now) {
        Map<Key, Verdict> standing = new HashMap<>();
        VerdictTable.at(handle, matter, starts(findings)).forEach(v -> standing.put(new Key(v.from(), v.phase()), v));
        List<Verdict> news = new ArrayList<>();
        Changed all = null;
        for (Finding f : findings) {
            Verdict before = standing.get(new Key(f.from(), f.phase()));
            Verdict verdict = f.verdict();
            // What a running period looked like when it first raised stays as it was seen then.
            boolean seen = verdict != null && f.phase() == Phase.RUNNING && raises(before);
            if (seen || Objects.equals(before, verdict)) {
                continue;
            }
            if (verdict == null) {
                VerdictTable.remove(handle, matter, f.from(), f.phase());
            } else {
                news.add(verdict);
            }
            Changed one = new Changed(f.from(), raises(before) || raises(verdict));
            all = all == null ? one : all.and(one);
        }
        VerdictTable.put(handle, matter, news, now);
        return all;
    }

    private record Key(Instant from, Phase phase) {}

    private static Set<Long> starts(List<Finding> findings) {
        return findings.stream().map(f -> f.from().toEpochMilli()).collect(Collectors.toSet());
    }

    private static boolean raises(@Nullable Verdict verdict) {
        return verdict != null && verdict.outcome() == Outcome.RAISES;
    }
}
