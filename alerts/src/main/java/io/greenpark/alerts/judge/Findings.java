package io.greenpark.alerts.judge;

import io.greenpark.alerts.cases.VerdictTable;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes what the rules found, where it differs from what stands there. */
final class Findings {
    private Findings() {}

    /** Returns the start of the earliest period whose verdict changed; null if none did. */
    static @Nullable Instant put(Handle handle, List<Finding> findings, Instant now) {
        Instant earliest = null;
        for (Finding f : findings) {
            if (put(handle, f, now) && (earliest == null || f.from().isBefore(earliest))) {
                earliest = f.from();
            }
        }
        return earliest;
    }

    private static boolean put(Handle handle, Finding f, Instant now) {
        Optional<Verdict> standing = VerdictTable.find(handle, f.matter(), f.from(), f.phase());
        Verdict verdict = f.verdict();
        if (verdict == null) {
            standing.ifPresent(v -> VerdictTable.remove(handle, f.matter(), f.from(), f.phase()));
            return standing.isPresent();
        }
        // What a running period looked like when it first raised stays as it was seen then.
        boolean seen = f.phase() == Phase.RUNNING
                && standing.filter(v -> v.outcome() == Outcome.RAISES).isPresent();
        if (seen || standing.filter(verdict::equals).isPresent()) {
            return false;
        }
        VerdictTable.put(handle, f.matter(), verdict, now);
        return true;
    }
}
