package io.greenpark.alerts.desk;

import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.handling.Procedures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The table {@code case_procedure}. Any thread may call. */
final class ProcedureTable {
    static final String SHIPPED = "随平台提供 / shipped with the platform";

    /** What texts say; there are as many as versions. */
    private final Map<String, Procedures> read = new ConcurrentHashMap<>();

    /** The newest version; where there is none yet, the shipped one becomes the first. */
    ProcedureVersion newest(Handle handle, Instant now) {
        return newest(handle).orElseGet(() -> {
            String shipped = ProcedureText.shipped();
            add(handle, new ProcedureVersion(1, now, CaseEvent.PLATFORM, SHIPPED, shipped, of(shipped)));
            return newest(handle).orElseThrow();
        });
    }

    Optional<ProcedureVersion> newest(Handle handle) {
        return rows(handle.createQuery("SELECT * FROM case_procedure ORDER BY version DESC LIMIT 1")).stream()
                .findFirst();
    }

    /** @throws IllegalStateException if there is no such version */
    ProcedureVersion version(Handle handle, long version) {
        return find(handle, version)
                .orElseThrow(() -> new IllegalStateException("case_procedure has no version " + version));
    }

    Optional<ProcedureVersion> find(Handle handle, long version) {
        return rows(handle.createQuery("SELECT * FROM case_procedure WHERE version = :version")
                        .bind("version", version))
                .stream()
                .findFirst();
    }

    /** Newest first. */
    List<ProcedureVersion> all(Handle handle) {
        return rows(handle.createQuery("SELECT * FROM case_procedure ORDER BY version DESC"));
    }

    /** Returns whether it was added: not where somebody else made that version. */
    boolean add(Handle handle, ProcedureVersion one) {
        return handle.execute(
                        "INSERT INTO case_procedure (version, at_ms, by_whom, reason, document) VALUES (?, ?, ?, ?, ?)"
                                + " ON CONFLICT DO NOTHING",
                        one.version(),
                        one.at().toEpochMilli(),
                        one.by(),
                        one.reason(),
                        one.document())
                == 1;
    }

    private List<ProcedureVersion> rows(Query query) {
        return query.map((row, context) -> {
                    String document = row.getString("document");
                    return new ProcedureVersion(
                            row.getLong("version"),
                            Instant.ofEpochMilli(row.getLong("at_ms")),
                            row.getString("by_whom"),
                            row.getString("reason"),
                            document,
                            of(document));
                })
                .list();
    }

    private Procedures of(String document) {
        return read.computeIfAbsent(document, ProcedureText::stored);
    }
}
