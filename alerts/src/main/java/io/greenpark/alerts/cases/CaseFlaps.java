package io.greenpark.alerts.cases;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The table {@code alert_flap}: how often cases came again after they were over. */
public final class CaseFlaps {
    private CaseFlaps() {}

    /** Those of some cases that did, by their ids. */
    static Map<String, Integer> of(Handle handle, Collection<String> caseIds) {
        Map<String, Integer> again = new HashMap<>();
        if (!caseIds.isEmpty()) {
            handle.createQuery("SELECT case_id, again FROM alert_flap WHERE case_id IN (<ids>)")
                    .bindList("ids", caseIds)
                    .map((row, context) -> again.put(row.getString("case_id"), row.getInt("again")))
                    .list();
        }
        return again;
    }

    /** How often a case came again; 0 for never. */
    public static int of(Handle handle, String caseId) {
        return of(handle, List.of(caseId)).getOrDefault(caseId, 0);
    }

    static void put(Handle handle, String caseId, int again) {
        handle.execute(
                "INSERT INTO alert_flap (case_id, again) VALUES (?, ?)"
                        + " ON CONFLICT (case_id) DO UPDATE SET again = excluded.again",
                caseId,
                again);
    }
}
