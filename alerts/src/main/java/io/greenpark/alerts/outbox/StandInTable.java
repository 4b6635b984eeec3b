package io.greenpark.alerts.outbox;

import org.jdbi.v3.core.Handle;

/** The table {@code alert_stand_in}: which messages went to somebody who stands in for whoever would have been told. */
public final class StandInTable {
    private StandInTable() {}

    /** @param target where the absent one is reached by the same channel */
    static void put(Handle handle, String messageId, String target, String caseId, String channel) {
        handle.execute(
                "INSERT INTO alert_stand_in (outbox_id, target, case_id, channel) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                messageId,
                target,
                caseId,
                channel);
    }

    /** Whether somebody was told of a case in one's place. */
    static boolean isTold(Handle handle, String caseId, String channel, String target) {
        return handle.createQuery("SELECT count(*) AS n FROM alert_stand_in"
                                + " WHERE case_id = :case AND channel = :channel AND target = :target")
                        .bind("case", caseId)
                        .bind("channel", channel)
                        .bind("target", target)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** Whether a message went to somebody in another one's place. */
    public static boolean has(Handle handle, String messageId) {
        return handle.createQuery("SELECT count(*) AS n FROM alert_stand_in WHERE outbox_id = :id")
                        .bind("id", messageId)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }
}
