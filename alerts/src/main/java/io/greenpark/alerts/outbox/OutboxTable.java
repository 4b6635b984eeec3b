package io.greenpark.alerts.outbox;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The delivery state in {@code alert_outbox}. {@code next_attempt_ms} is null exactly when a notice is delivered or given
 * up; {@code claimed_by} names the process that is sending it.
 * A next attempt beyond {@code horizon}, the longest pause from now, was set while the clock was ahead; it is due.
 */
final class OutboxTable {
    private OutboxTable() {}

    /** A claimed row. */
    record Row(String id, String channel, String target, String subject, String body, long createdMs, int attempts) {
        Channel.Letter letter() {
            return new Channel.Letter(id, target, subject, body);
        }
    }

    /** Notices not yet delivered or given up. */
    static long waiting(Handle handle) {
        return handle.createQuery("SELECT count(*) AS n FROM alert_outbox WHERE next_attempt_ms IS NOT NULL")
                .mapTo(Long.class)
                .one();
    }

    /** Whether there is anything to claim or to set free. */
    static boolean hasWork(Handle handle, Instant now, Instant horizon, Instant claimsBefore) {
        return handle.createQuery("SELECT count(*) AS n FROM alert_outbox"
                                + " WHERE (next_attempt_ms <= :now OR next_attempt_ms > :horizon)"
                                + " AND (claimed_by IS NULL OR claimed_ms < :before)")
                        .bind("now", now.toEpochMilli())
                        .bind("horizon", horizon.toEpochMilli())
                        .bind("before", claimsBefore.toEpochMilli())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** Claims due rows. A later step of a case waits for the earlier one to the same recipient. */
    static List<Row> claim(Handle handle, String instance, Instant now, Instant horizon, int max) {
        return handle.createQuery("UPDATE alert_outbox SET claimed_by = :me, claimed_ms = :now WHERE claimed_by IS NULL"
                        + " AND id IN (SELECT o.id FROM alert_outbox o"
                        + " WHERE (o.next_attempt_ms <= :now OR o.next_attempt_ms > :horizon)"
                        + " AND o.claimed_by IS NULL AND NOT EXISTS (SELECT 1 FROM alert_outbox e"
                        + " WHERE e.case_id = o.case_id AND e.channel = o.channel AND e.target = o.target"
                        + " AND e.step < o.step AND e.next_attempt_ms IS NOT NULL)"
                        + " ORDER BY o.next_attempt_ms, o.id LIMIT :max)"
                        + " RETURNING id, channel, target, subject, body, created_ms, attempts")
                .bind("me", instance)
                .bind("now", now.toEpochMilli())
                .bind("horizon", horizon.toEpochMilli())
                .bind("max", max)
                .map((row, context) -> new Row(
                        row.getString("id"),
                        row.getString("channel"),
                        row.getString("target"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getLong("created_ms"),
                        row.getInt("attempts")))
                .list();
    }

    /** Sets free what this process had claimed before it last ended. */
    static void releaseOwn(Handle handle, String instance) {
        handle.execute("UPDATE alert_outbox SET claimed_by = NULL, claimed_ms = NULL WHERE claimed_by = ?", instance);
    }

    /** Sets free what a process claimed that has not been heard of since. */
    static void releaseOlder(Handle handle, Instant claimsBefore) {
        handle.execute(
                "UPDATE alert_outbox SET claimed_by = NULL, claimed_ms = NULL"
                        + " WHERE claimed_by IS NOT NULL AND claimed_ms < ?",
                claimsBefore.toEpochMilli());
    }

    static void delivered(Handle handle, String id, String instance, Instant at) {
        finish(handle, id, instance, "delivered_ms = :at, last_error = NULL", at, null);
    }

    static void givenUp(Handle handle, String id, String instance, Instant at, String error) {
        finish(handle, id, instance, "given_up_ms = :at, last_error = :error", at, error);
    }

    private static void finish(
            Handle handle, String id, String instance, String outcome, Instant at, @Nullable String error) {
        var update = handle.createUpdate("UPDATE alert_outbox SET attempts = attempts + 1, next_attempt_ms = NULL,"
                        + " claimed_by = NULL, claimed_ms = NULL, " + outcome + " WHERE id = :id AND claimed_by = :me")
                .bind("id", id)
                .bind("me", instance)
                .bind("at", at.toEpochMilli());
        if (error != null) {
            update.bind("error", error);
        }
        update.execute();
    }

    static void again(Handle handle, String id, String instance, Instant next, String error) {
        handle.createUpdate("UPDATE alert_outbox SET attempts = attempts + 1, next_attempt_ms = :next,"
                        + " claimed_by = NULL, claimed_ms = NULL, last_error = :error"
                        + " WHERE id = :id AND claimed_by = :me")
                .bind("id", id)
                .bind("me", instance)
                .bind("next", next.toEpochMilli())
                .bind("error", error)
                .execute();
    }
}
