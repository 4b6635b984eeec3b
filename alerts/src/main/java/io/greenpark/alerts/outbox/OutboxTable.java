package io.greenpark.alerts.outbox;

import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * The notifications and their delivery in {@code alert_outbox}. {@code next_attempt_ms} is null exactly when one is
 * delivered or given up; {@code claimed_by} names the process that is sending it. A next attempt beyond {@code horizon}, the longest pause from now, was set while the clock was ahead; it is due.
 */
final class OutboxTable {
    private OutboxTable() {}

    /**
     * A message to be sent.
     *
     * @param scope of what the case is about, an enterprise or an area
     * @param attempts how often it was tried before
     */
    record ClaimedMessage(
            String id,
            String channel,
            String target,
            String subject,
            String body,
            long createdMs,
            int attempts,
            Subject.Scope scope,
            @Nullable String enterprise,
            @Nullable String area) {
        Subject about() {
            return new Subject(scope, Objects.requireNonNull(enterprise == null ? area : enterprise));
        }

        Channel.OutboundMessage message() {
            return new Channel.OutboundMessage(id, target, subject, body);
        }
    }

    static void insert(
            Handle handle,
            Notification notification,
            Contact recipient,
            String channel,
            String target,
            Channel.Content content) {
        CaseEvent event = notification.event();
        handle.createUpdate("INSERT INTO alert_outbox (id, case_id, step, channel, recipient, target, subject, body,"
                        + " created_ms, attempts, next_attempt_ms) VALUES (:id, :case, :step, :channel, :recipient,"
                        + " :target, :subject, :body, :created, 0, :created) ON CONFLICT DO NOTHING")
                .bind("id", notification.messageId())
                .bind("case", notification.alertCase().id())
                .bind("step", event.number())
                .bind("channel", channel)
                .bind("recipient", recipient.name())
                .bind("target", target)
                .bind("subject", content.subject())
                .bind("body", content.body())
                .bind("created", event.at().toEpochMilli())
                .execute();
    }

    /** How many notifications are neither delivered nor given up. */
    static long pending(Handle handle) {
        return handle.createQuery("SELECT count(*) AS n FROM alert_outbox WHERE next_attempt_ms IS NOT NULL")
                .mapTo(Long.class)
                .one();
    }

    /** Whether there is anything to claim or to release. */
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

    /** Claims due rows. A later event of a case waits for the earlier one to the same recipient. */
    static List<ClaimedMessage> claim(Handle handle, String instance, Instant now, Instant horizon, int max) {
        List<String> claimed = handle.createQuery(
                        "UPDATE alert_outbox SET claimed_by = :me, claimed_ms = :now WHERE claimed_by IS NULL"
                                + " AND id IN (SELECT o.id FROM alert_outbox o"
                                + " WHERE (o.next_attempt_ms <= :now OR o.next_attempt_ms > :horizon)"
                                + " AND o.claimed_by IS NULL AND NOT EXISTS (SELECT 1 FROM alert_outbox e"
                                + " WHERE e.case_id = o.case_id AND e.channel = o.channel AND e.target = o.target"
                                + " AND e.step < o.step AND e.next_attempt_ms IS NOT NULL)"
                                + " ORDER BY o.next_attempt_ms, o.id LIMIT :max)"
                                + " RETURNING id")
                .bind("me", instance)
                .bind("now", now.toEpochMilli())
                .bind("horizon", horizon.toEpochMilli())
                .bind("max", max)
                .mapTo(String.class)
                .list();
        return claimed.isEmpty()
                ? List.of()
                : handle.createQuery("SELECT o.id, o.channel, o.target, o.subject, o.body, o.created_ms, o.attempts,"
                                + " c.scope, c.enterprise, c.area FROM alert_outbox o"
                                + " JOIN alert_case c ON c.id = o.case_id WHERE o.id IN (<ids>) ORDER BY o.id")
                        .bindList("ids", claimed)
                        .map(ConstructorMapper.of(ClaimedMessage.class))
                        .list();
    }

    /** Releases what this process had claimed before it last ended. */
    static void releaseOwn(Handle handle, String instance) {
        handle.execute("UPDATE alert_outbox SET claimed_by = NULL, claimed_ms = NULL WHERE claimed_by = ?", instance);
    }

    /** Releases what was claimed before {@code claimsBefore} by a process that has not finished it. */
    static void releaseOlder(Handle handle, Instant claimsBefore) {
        handle.execute(
                "UPDATE alert_outbox SET claimed_by = NULL, claimed_ms = NULL"
                        + " WHERE claimed_by IS NOT NULL AND claimed_ms < ?",
                claimsBefore.toEpochMilli());
    }

    static void delivered(Handle handle, String id, String instance, Instant at) {
        finishAttempt(handle, id, instance, "next_attempt_ms = NULL, delivered_ms = :at", at, null);
    }

    static void giveUp(Handle handle, String id, String instance, Instant at, String error) {
        finishAttempt(handle, id, instance, "next_attempt_ms = NULL, given_up_ms = :at", at, error);
    }

    static void retry(Handle handle, String id, String instance, Instant at, String error) {
        finishAttempt(handle, id, instance, "next_attempt_ms = :at", at, error);
    }

    private static void finishAttempt(
            Handle handle, String id, String instance, String outcome, Instant at, @Nullable String error) {
        handle.createUpdate("UPDATE alert_outbox SET " + outcome + ", last_error = :error, attempts = attempts + 1,"
                        + " claimed_by = NULL, claimed_ms = NULL WHERE id = :id AND claimed_by = :me")
                .bind("id", id)
                .bind("me", instance)
                .bind("at", at.toEpochMilli())
                .bind("error", error)
                .execute();
    }
}
