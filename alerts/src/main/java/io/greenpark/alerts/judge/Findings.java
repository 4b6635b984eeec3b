package io.greenpark.alerts.judge;

import io.greenpark.alerts.cases.VerdictTable;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

    /** Returns what changed; null if nothing did. */
    static @Nullable Changed put(Handle handle, List<Finding> findings, Instant now) {
        Changed all = null;
        for (Finding f : findings) {
            Changed one = put(handle, f, now);
            if (one != null) {
                all = all == null ? one : all.and(one);
            }
        }
        return all;
    }

    private static @Nullable Changed put(Handle handle, Finding f, Instant now) {
        Verdict standing =
                VerdictTable.find(handle, f.matter(), f.from(), f.phase()).orElse(null);
        Verdict verdict = f.verdict();
        // What a running period looked like when it first raised stays as it was seen then.
        boolean seen = verdict != null && f.phase() == Phase.RUNNING && raises(standing);
        if (seen || Objects.equals(standing, verdict)) {
            return null;
        }
        if (verdict == null) {
            VerdictTable.remove(handle, f.matter(), f.from(), f.phase());
        } else {
            VerdictTable.put(handle, f.matter(), verdict, now);
        }
        return new Changed(f.from(), raises(standing) || raises(verdict));
    }

    private static boolean raises(@Nullable Verdict verdict) {
        return verdict != null && verdict.outcome() == Outcome.RAISES;
    }
}
