package io.greenpark.alerts.outbox;

import io.greenpark.alerts.notice.Manner;
import io.greenpark.alerts.notice.Tier;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code alert_tier}: how each tier was told of a case, and when to look again. */
final class TierTable {
    private TierTable() {}

    /**
     * How a tier was told.
     *
     * @param rule the plan's rule that it is told by
     * @param plan version of the plan
     * @param manner {@link Manner#NEVER} where it was not
     * @param look when to look whether it is to be told sooner; null where time alone changes nothing
     */
    record Row(
            String caseId,
            Tier tier,
            String rule,
            long plan,
            Manner manner,
            @Nullable Instant look) {
        Row told(Manner how, @Nullable Instant next) {
            return new Row(caseId, tier, rule, plan, how, next);
        }
    }

    /** Of a case, by tier; empty for one of before. */
    static Map<Tier, Row> of(Handle handle, String caseId) {
        Map<Tier, Row> rows = new EnumMap<>(Tier.class);
        handle.createQuery("SELECT * FROM alert_tier WHERE case_id = :id")
                .bind("id", caseId)
                .map((row, context) -> new Row(
                        row.getString("case_id"),
                        Tier.valueOf(row.getString("tier")),
                        row.getString("rule"),
                        row.getLong("plan"),
                        Manner.valueOf(row.getString("manner")),
                        row.getObject("look_ms") == null ? null : Instant.ofEpochMilli(row.getLong("look_ms"))))
                .forEach(row -> rows.put(row.tier(), row));
        return rows;
    }

    /** Cases of which some tier is to be looked at, the longest overdue first. */
    static List<String> due(Handle handle, Instant now, int max) {
        return handle.createQuery("SELECT case_id, min(look_ms) AS first FROM alert_tier WHERE look_ms <= :now"
                        + " GROUP BY case_id ORDER BY first, case_id LIMIT :max")
                .bind("now", now.toEpochMilli())
                .bind("max", max)
                .mapTo(String.class)
                .list();
    }

    static void put(Handle handle, Row row) {
        Instant look = row.look();
        handle.execute(
                "INSERT INTO alert_tier (case_id, tier, rule, plan, manner, look_ms) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (case_id, tier) DO UPDATE SET rule = excluded.rule, plan = excluded.plan,"
                        + " manner = excluded.manner, look_ms = excluded.look_ms",
                row.caseId(),
                row.tier().name(),
                row.rule(),
                row.plan(),
                row.manner().name(),
                look == null ? null : look.toEpochMilli());
    }
}
