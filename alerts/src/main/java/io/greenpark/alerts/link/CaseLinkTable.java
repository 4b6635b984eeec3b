package io.greenpark.alerts.link;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code case_link}. */
public final class CaseLinkTable {
    private CaseLinkTable() {}

    /** Notes one; where that recipient had one of that case, what he was sent last is now another message. */
    public static void put(Handle handle, CaseLink link, Instant at) {
        handle.execute(
                "INSERT INTO case_link (ref, case_id, channel, target, recipient, message, created_ms)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (ref) DO UPDATE SET recipient = excluded.recipient,"
                        + " message = excluded.message",
                link.ref(),
                link.caseId(),
                link.channel(),
                link.target(),
                link.recipient(),
                link.message(),
                at.toEpochMilli());
    }

    public static Optional<CaseLink> find(Handle handle, String ref) {
        return handle.createQuery("SELECT * FROM case_link WHERE ref = :ref")
                .bind("ref", ref)
                .map((row, context) -> new CaseLink(
                        row.getString("ref"),
                        row.getString("case_id"),
                        row.getString("channel"),
                        row.getString("target"),
                        row.getString("recipient"),
                        row.getString("message")))
                .findOne();
    }
}
