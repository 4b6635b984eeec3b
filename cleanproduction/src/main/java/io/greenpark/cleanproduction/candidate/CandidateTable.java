package io.greenpark.cleanproduction.candidate;

import io.greenpark.cleanproduction.round.AuditReason;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The tables {@code clean_candidate} and {@code clean_look}. */
final class CandidateTable {
    private CandidateTable() {}

    static List<Candidate> all(Handle handle) {
        return handle.createQuery("SELECT * FROM clean_candidate ORDER BY enterprise, reason")
                .map((row, context) -> new Candidate(
                        row.getString("enterprise"),
                        AuditReason.valueOf(row.getString("reason")),
                        Instant.ofEpochMilli(row.getLong("looked_ms")),
                        EvidenceText.read(row.getString("document"))))
                .list();
    }

    /** When each enterprise was last looked at. */
    static Map<String, Instant> looks(Handle handle) {
        Map<String, Instant> looks = new HashMap<>();
        handle.createQuery("SELECT * FROM clean_look")
                .map((row, context) ->
                        Map.entry(row.getString("enterprise"), Instant.ofEpochMilli(row.getLong("looked_ms"))))
                .forEach(e -> looks.put(e.getKey(), e.getValue()));
        return looks;
    }

    /** Keeps what a look found, in place of what the look before did. */
    static void looked(Handle handle, String enterprise, Instant at, List<Candidate> found) {
        handle.execute("DELETE FROM clean_candidate WHERE enterprise = ?", enterprise);
        found.forEach(candidate -> handle.execute(
                "INSERT INTO clean_candidate (enterprise, reason, looked_ms, document) VALUES (?, ?, ?, ?)",
                enterprise,
                candidate.reason().name(),
                at.toEpochMilli(),
                EvidenceText.write(candidate.evidence())));
        handle.execute(
                "INSERT INTO clean_look (enterprise, looked_ms) VALUES (?, ?)"
                        + " ON CONFLICT (enterprise) DO UPDATE SET looked_ms = excluded.looked_ms",
                enterprise,
                at.toEpochMilli());
    }

    /** Forgets enterprises that are no more. */
    static void forget(Handle handle, String enterprise) {
        handle.execute("DELETE FROM clean_candidate WHERE enterprise = ?", enterprise);
        handle.execute("DELETE FROM clean_look WHERE enterprise = ?", enterprise);
    }
}
