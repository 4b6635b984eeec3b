package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.VerdictTable;
import io.greenpark.alerts.cases.VerdictTable.Decided;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Outcome;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * When the cases of gateways and doors that were silent last ended: their devices have the whole limit again. A door that was
 * shut begins nothing anew, since that time is left out. Read from the books once, then kept. Used by one thread.
 */
final class ClearedGroups {
    private final Map<String, Instant> gateways = new HashMap<>();
    private final Map<String, Instant> doors = new HashMap<>();
    private boolean read;

    void read(Handle handle) {
        if (!read) {
            read(handle, Case.Rule.GATEWAY_SILENT, gateways);
            read(handle, Case.Rule.DOOR_SILENT, doors);
            read = true;
        }
    }

    private static void read(Handle handle, Case.Rule rule, Map<String, Instant> cleared) {
        Map<String, Verdict> raised = new HashMap<>();
        for (Decided decided : VerdictTable.decided(handle, rule)) {
            if (decided.verdict().outcome() == Outcome.RAISES) {
                raised.put(decided.subject(), decided.verdict());
            } else {
                note(cleared, decided.subject(), raised.get(decided.subject()), decided.verdict());
            }
        }
    }

    /** A step's verdicts are in the books. */
    void written(SilenceEvaluation e) {
        Map<String, Instant> cleared =
                switch (e.key().rule()) {
                    case GATEWAY_SILENT -> gateways;
                    case DOOR_SILENT -> doors;
                    default -> null;
                };
        if (cleared != null) {
            e.verdicts().stream()
                    .filter(v -> v.outcome() == Outcome.CLEARS)
                    .forEach(v -> note(cleared, e.key().subject(), e.raised(), v));
        }
    }

    private static void note(Map<String, Instant> cleared, String subject, @Nullable Verdict raised, Verdict clears) {
        boolean wasShut = raised != null && raised.reason() != null;
        if (!wasShut) {
            cleared.put(subject, clears.from());
        }
    }

    @Nullable
    Instant gateway(String id) {
        return gateways.get(id);
    }

    @Nullable
    Instant door(String name) {
        return doors.get(name);
    }
}
