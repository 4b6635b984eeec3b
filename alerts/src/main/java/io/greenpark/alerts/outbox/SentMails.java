package io.greenpark.alerts.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Mails that went out, notices and letters alike. */
public final class SentMails {
    private SentMails() {}

    /**
     * One of them.
     *
     * @param target the address it went to
     * @param at when it was taken by the mail server; when it was written, where that is not known
     */
    public record SentMail(String id, String target, Instant at) {}

    /** The mail of an id; empty where none was written. */
    public static Optional<SentMail> find(Handle handle, String id) {
        List<String> tables = List.of("alert_outbox", "letter_outbox");
        return tables.stream()
                .flatMap(table -> handle
                        .createQuery("SELECT target, COALESCE(delivered_ms, created_ms) AS at_ms FROM " + table
                                + " WHERE id = :id AND channel = 'mail'")
                        .bind("id", id)
                        .map((row, context) ->
                                new SentMail(id, row.getString("target"), Instant.ofEpochMilli(row.getLong("at_ms"))))
                        .list()
                        .stream())
                .findFirst();
    }
}
