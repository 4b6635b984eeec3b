package io.greenpark.alerts.cases;

import static io.greenpark.alerts.cases.Columns.instantOrNull;
import static io.greenpark.alerts.cases.Columns.millis;

import io.greenpark.alerts.rule.Spells;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The table {@code alert_flap}: how often cases came again after they were over, and how long they really stood. */
final class CaseFlaps {
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

    /** Of a row of a case that this table is joined to. */
    static Spells spells(ResultSet row, Instant since) throws SQLException {
        int again = row.getInt("flap_again");
        if (again == 0) {
            return Spells.one(since);
        }
        Instant spell = instantOrNull(row, "flap_spell");
        return spell == null
                ? new Spells(again, null, since, null)
                : new Spells(
                        again, Duration.ofMillis(row.getLong("flap_before")), spell, instantOrNull(row, "flap_end"));
    }

    static void put(Handle handle, String caseId, Spells spells) {
        Duration before = spells.before();
        handle.execute(
                "INSERT INTO alert_flap (case_id, again, before_ms, spell_ms, spell_end_ms) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (case_id) DO UPDATE SET again = excluded.again, before_ms = excluded.before_ms,"
                        + " spell_ms = excluded.spell_ms, spell_end_ms = excluded.spell_end_ms",
                caseId,
                spells.again(),
                before == null ? null : before.toMillis(),
                spells.since().toEpochMilli(),
                millis(spells.end()));
    }
}
