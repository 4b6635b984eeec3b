package io.greenpark.alerts.outbox;

import io.greenpark.alerts.cases.CaseEvent;
import java.time.Instant;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes notifications of events of cases into {@code alert_outbox}. */
final class NotificationRows {
    /** Where the console shows cases. */
    static final String CASES_PAGE = "/#/cases";

    /** Where it takes note of a case for whoever has the link. */
    static final String RECEIPT_PAGE = "/#/a?t=";

    private NotificationRows() {}

    /**
     * One to be written.
     *
     * @param line what it says in a line, in {@code language}, where it is told together with others
     * @param due when it is told at the earliest
     * @param bundle what is due together under the same name to the same recipient is told in one message; null to go alone
     */
    record Row(
            String id,
            String caseId,
            CaseEvent event,
            String channel,
            String recipient,
            Locale language,
            String target,
            Channel.Content content,
            String line,
            Instant due,
            @Nullable String bundle) {}

    /**
     * Adds one; nothing where it is there already. What still waits of the case to the same recipient goes along with one that does not wait, so that
     * nobody is told the later before the earlier.
     */
    static void insert(Handle handle, Row row) {
        Instant at = row.event().at();
        String bundle = row.due().isAfter(at) || !bringForward(handle, row) ? row.bundle() : together(row);
        handle.createUpdate(
                        "INSERT INTO alert_outbox (id, case_id, step, channel, recipient, language, target, subject, body, html,"
                                + " line, bundle, created_ms, attempts, next_attempt_ms) VALUES (:id, :case, :step, :channel,"
                                + " :recipient, :language, :target, :subject, :body, :html, :line, :bundle, :created, 0, :due)"
                                + " ON CONFLICT DO NOTHING")
                .bind("id", row.id())
                .bind("case", row.caseId())
                .bind("step", row.event().number())
                .bind("channel", row.channel())
                .bind("recipient", row.recipient())
                .bind("language", row.language().getLanguage())
                .bind("target", row.target())
                .bind("subject", row.content().subject())
                .bind("body", row.content().body())
                .bind("html", row.content().html())
                .bind("line", row.line())
                .bind("bundle", bundle)
                .bind("created", at.toEpochMilli())
                .bind("due", row.due().toEpochMilli())
                .execute();
    }

    /** Whether one was told of a case by a channel, or somebody in that one's place, or is about to be. */
    static boolean isTold(Handle handle, String caseId, String channel, String target) {
        return handle.createQuery("SELECT count(*) AS n FROM alert_outbox"
                                        + " WHERE case_id = :case AND channel = :channel AND target = :target")
                                .bind("case", caseId)
                                .bind("channel", channel)
                                .bind("target", target)
                                .mapTo(Long.class)
                                .one()
                        > 0
                || StandInTable.isTold(handle, caseId, channel, target);
    }

    /** How many messages one was sent by a channel since a time, those that came together with others excepted. */
    static int toldAtOnce(Handle handle, String channel, String target, Instant since) {
        return handle.createQuery(
                        "SELECT count(*) AS n FROM alert_outbox WHERE channel = :channel AND target = :target"
                                + " AND created_ms >= :since AND (bundle IS NULL AND envelope IS NULL OR bundle = 'with ' || id)")
                .bind("channel", channel)
                .bind("target", target)
                .bind("since", since.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    private static String together(Row row) {
        return "with " + row.id();
    }

    private static boolean bringForward(Handle handle, Row row) {
        return handle.createUpdate("UPDATE alert_outbox SET next_attempt_ms = :now, bundle = :bundle"
                                + " WHERE case_id = :case AND channel = :channel AND target = :target AND step < :step"
                                + " AND bundle IS NOT NULL AND envelope IS NULL AND claimed_by IS NULL"
                                + " AND next_attempt_ms > :now")
                        .bind("now", row.due().toEpochMilli())
                        .bind("bundle", together(row))
                        .bind("case", row.caseId())
                        .bind("channel", row.channel())
                        .bind("target", row.target())
                        .bind("step", row.event().number())
                        .execute()
                > 0;
    }
}
