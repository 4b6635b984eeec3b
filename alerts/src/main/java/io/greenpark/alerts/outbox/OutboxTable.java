package io.greenpark.alerts.outbox;

import io.greenpark.alerts.cases.Case;
import io.greenpark.park.registry.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * What is to be delivered and what came of it: notifications of cases in {@code alert_outbox}, letters that belong to no case in {@code
 * letter_outbox}. {@code next_attempt_ms} is null exactly when one is
 * delivered or given up, or goes in an envelope; {@code claimed_by} names the process that is sending it. A next attempt beyond {@code horizon}, the
 * longest pause from now, was set while the clock was ahead; it is due.
 */
final class OutboxTable {
    /** Of a message, o: planned for now or before, or, set while the clock was ahead, for later than any pause lasts. */
    static final String DUE =
            "(o.next_attempt_ms <= :now OR o.next_attempt_ms > :horizon AND (o.attempts > 0 OR o.created_ms > :now))";

    /** Of a notification, e, by itself or in an envelope. */
    static final String NOT_ARRIVED =
            "(e.next_attempt_ms IS NOT NULL OR e.envelope IS NOT NULL AND e.delivered_ms IS NULL AND e.given_up_ms IS NULL)";

    private static final String NOTIFICATIONS = "alert_outbox";
    private static final String PENDING = "e.next_attempt_ms IS NOT NULL";
    static final OutboxTable CASES = new OutboxTable(
            NOTIFICATIONS,
            "case_id",
            "c.rule, c.scope, c.enterprise, c.area, c.subject AS case_subject, c.device FROM alert_outbox o JOIN alert_case c ON c.id = o.case_id",
            NOT_ARRIVED,
            "o.bundle IS NULL");
    static final OutboxTable LETTERS = new OutboxTable(
            "letter_outbox",
            "about",
            "NULL AS rule, o.scope, o.enterprise, NULL AS area, NULL AS case_subject, NULL AS device FROM letter_outbox o",
            PENDING,
            "1 = 1");

    /** Messages that tell several notifications together. */
    static final OutboxTable ENVELOPES = new OutboxTable(
            "alert_envelope",
            "about",
            "NULL AS rule, NULL AS scope, NULL AS enterprise, NULL AS area, NULL AS case_subject, NULL AS device"
                    + " FROM alert_envelope o",
            PENDING,
            "1 = 1");

    static final List<OutboxTable> ALL = List.of(CASES, LETTERS, ENVELOPES);

    private final String table;

    /** Of whose messages a later one waits for the earlier ones to the same recipient. */
    private final String about;

    /** Whom messages are about, as columns and tables to select from. */
    private final String subject;

    /** Whether an earlier message, e, has still to arrive. */
    private final String pending;

    /** Whether a message, o, goes alone. */
    private final String alone;

    private OutboxTable(String table, String about, String subject, String pending, String alone) {
        this.table = table;
        this.about = about;
        this.subject = subject;
        this.pending = pending;
        this.alone = alone;
    }

    /**
     * What is to be sent.
     *
     * @param about the case, or what else it belongs to
     * @param step of that
     * @param owner whose contacts it goes to, where the table says so itself
     * @param at when it was written, and is due
     */
    record NewMessage(
            String id,
            String about,
            int step,
            @Nullable Subject owner,
            String channel,
            String recipient,
            String target,
            Channel.Content content,
            Instant at) {}

    /**
     * A message to be sent.
     *
     * @param rule of the case that it belongs to; null where it belongs to none
     * @param scope of what it is about, an enterprise or an area
     * @param caseSubject of the case, and its device
     * @param attempts how often it was tried before
     */
    record ClaimedMessage(
            String id,
            String channel,
            String target,
            String subject,
            String body,
            @Nullable String html,
            long createdMs,
            int attempts,
            Case.@Nullable Rule rule,
            Subject.@Nullable Scope scope,
            @Nullable String enterprise,
            @Nullable String area,
            @Nullable String caseSubject,
            @Nullable String device) {
        /** Null of an envelope, which may tell of several. */
        @Nullable
        Told told() {
            return scope == null
                    ? null
                    : new Told(
                            rule,
                            new Subject(scope, Objects.requireNonNull(enterprise == null ? area : enterprise)),
                            caseSubject,
                            device);
        }

        Channel.OutboundMessage message() {
            return new Channel.OutboundMessage(id, target, subject, body, html);
        }
    }

    /**
     * Adds a message that is due at once; nothing where it is there already.
     *
     * @return whether it was added
     */
    boolean insert(Handle handle, NewMessage message) {
        Subject owner = message.owner();
        Update update = handle.createUpdate("INSERT INTO " + table + " (id, " + about
                        + ", step, channel, recipient, target,"
                        + " subject, body, html, created_ms, attempts, next_attempt_ms"
                        + (owner == null ? "" : ", enterprise, scope")
                        + ") VALUES (:id, :about, :step, :channel, :recipient, :target, :subject, :body, :html, :created, 0,"
                        + " :created" + (owner == null ? "" : ", :enterprise, :scope") + ") ON CONFLICT DO NOTHING")
                .bind("id", message.id())
                .bind("about", message.about())
                .bind("step", message.step())
                .bind("channel", message.channel())
                .bind("recipient", message.recipient())
                .bind("target", message.target())
                .bind("subject", message.content().subject())
                .bind("body", message.content().body())
                .bind("html", message.content().html())
                .bind("created", message.at().toEpochMilli());
        return (owner == null
                                ? update
                                : update.bind("enterprise", owner.id())
                                        .bind("scope", owner.scope().name()))
                        .execute()
                > 0;
    }

    /** How many notifications are neither delivered nor given up. */
    long pending(Handle handle) {
        return handle.createQuery("SELECT count(*) AS n FROM " + table + " WHERE next_attempt_ms IS NOT NULL")
                .mapTo(Long.class)
                .one();
    }

    /** How many are to be delivered by a channel, or on it to one address. */
    long waiting(Handle handle, String channel, @Nullable String target) {
        var query = handle.createQuery("SELECT count(*) AS n FROM " + table
                        + " WHERE next_attempt_ms IS NOT NULL AND channel = :channel"
                        + (target == null ? "" : " AND target = :target"))
                .bind("channel", channel);
        return (target == null ? query : query.bind("target", target))
                .mapTo(Long.class)
                .one();
    }

    /** How many could not be delivered and are not tried any more. */
    long givenUp(Handle handle) {
        return handle.createQuery("SELECT count(*) AS n FROM " + table + " WHERE given_up_ms IS NOT NULL")
                .mapTo(Long.class)
                .one();
    }

    /** Whether there is anything to claim or to release. */
    boolean hasWork(Handle handle, Instant now, Instant horizon, Instant claimsBefore) {
        return handle.createQuery("SELECT count(*) AS n FROM " + table + " o WHERE " + DUE
                                + " AND (o.claimed_by IS NULL OR o.claimed_ms < :before)")
                        .bind("now", now.toEpochMilli())
                        .bind("horizon", horizon.toEpochMilli())
                        .bind("before", claimsBefore.toEpochMilli())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** Claims due rows. A later event of a case waits for the earlier one to the same recipient. */
    List<ClaimedMessage> claim(Handle handle, String instance, Instant now, Instant horizon, int max) {
        List<String> claimed = handle.createQuery("UPDATE " + table
                        + " SET claimed_by = :me, claimed_ms = :now WHERE claimed_by IS NULL"
                        + " AND id IN (SELECT o.id FROM " + table + " o"
                        + " WHERE " + DUE + " AND " + alone + " AND o.claimed_by IS NULL AND NOT EXISTS (SELECT 1 FROM "
                        + table + " e"
                        + " WHERE e." + about + " = o." + about + " AND e.channel = o.channel AND e.target = o.target"
                        + " AND e.step < o.step AND " + pending + ")"
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
                : handle.createQuery(
                                "SELECT o.id, o.channel, o.target, o.subject, o.body, o.html, o.created_ms, o.attempts, "
                                        + subject + " WHERE o.id IN (<ids>) ORDER BY o.id")
                        .bindList("ids", claimed)
                        .map(ConstructorMapper.of(ClaimedMessage.class))
                        .list();
    }

    /** Releases what this process had claimed before it last ended. It may have been sent. */
    void releaseOwn(Handle handle, String instance) {
        handle.execute(
                "UPDATE " + table + " SET claimed_by = NULL, claimed_ms = NULL" + unsure() + " WHERE claimed_by = ?",
                instance);
    }

    /** Releases what was claimed before {@code claimsBefore} by a process that has not finished it. */
    void releaseOlder(Handle handle, Instant claimsBefore) {
        handle.execute(
                "UPDATE " + table + " SET claimed_by = NULL, claimed_ms = NULL" + unsure()
                        + " WHERE claimed_by IS NOT NULL AND claimed_ms < ?",
                claimsBefore.toEpochMilli());
    }

    void delivered(Handle handle, String id, String instance, Instant at) {
        finishAttempt(handle, id, instance, "next_attempt_ms = NULL, delivered_ms = :at", at, null);
    }

    void giveUp(Handle handle, String id, String instance, Instant at, String error) {
        finishAttempt(handle, id, instance, "next_attempt_ms = NULL, given_up_ms = :at", at, error);
    }

    /** @param unsure whether it may have been taken all the same */
    void retry(Handle handle, String id, String instance, Instant at, String error, boolean unsure) {
        finishAttempt(handle, id, instance, "next_attempt_ms = :at" + (unsure ? unsure() : ""), at, error);
    }

    /** Only notifications are told together, and so have to be kept from it. */
    private String unsure() {
        return table.equals(NOTIFICATIONS) ? ", unsure = 1" : "";
    }

    private void finishAttempt(
            Handle handle, String id, String instance, String outcome, Instant at, @Nullable String error) {
        handle.createUpdate("UPDATE " + table + " SET " + outcome + ", last_error = :error, attempts = attempts + 1,"
                        + " claimed_by = NULL, claimed_ms = NULL WHERE id = :id AND claimed_by = :me")
                .bind("id", id)
                .bind("me", instance)
                .bind("at", at.toEpochMilli())
                .bind("error", error)
                .execute();
    }
}
