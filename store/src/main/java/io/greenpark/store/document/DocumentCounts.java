package io.greenpark.store.document;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * How many files are kept, and how much they take.
 *
 * @param documents that were not removed
 * @param bytes of all contents, also of removed ones; a content that several name is there once
 */
public record DocumentCounts(long documents, long bytes) {
    public static DocumentCounts of(Handle handle) {
        return handle.createQuery("SELECT (SELECT count(*) FROM stored_document WHERE removed_ms IS NULL) AS documents,"
                        + " (SELECT coalesce(sum(bytes), 0) FROM (SELECT DISTINCT sha256, bytes FROM stored_document) d)"
                        + " AS bytes")
                .map((row, context) -> new DocumentCounts(row.getLong("documents"), row.getLong("bytes")))
                .one();
    }

    /** What was sent since a time, in bytes. */
    public static long bytesSince(Handle handle, Instant since) {
        return handle.createQuery("SELECT coalesce(sum(bytes), 0) FROM stored_document WHERE uploaded_ms >= :since")
                .bind("since", since.toEpochMilli())
                .mapTo(Long.class)
                .one();
    }
}
