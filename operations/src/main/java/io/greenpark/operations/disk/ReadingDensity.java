package io.greenpark.operations.disk;

import org.jdbi.v3.core.Handle;

/**
 * How many readings the books hold, and how well days compress.
 *
 * @param taken readings ever taken from the log
 * @param compactedSamples samples of the newest compacted days
 * @param compactedBytes what these samples take, compressed
 */
public record ReadingDensity(long taken, long compactedSamples, long compactedBytes) {
    /** So many (point, day) pairs are enough of a sample. */
    private static final int COMPACTED_DAYS = 500;

    /** Measures on a read-only connection. */
    public static ReadingDensity measure(Handle handle) {
        long taken = handle.createQuery(
                        "SELECT coalesce(sum(pos), 0) AS taken FROM reader_position WHERE reader = 'accounting'")
                .mapTo(Long.class)
                .one();
        return handle.createQuery("SELECT coalesce(sum(samples), 0) AS samples, coalesce(sum(bytes), 0) AS bytes FROM"
                        + " (SELECT samples, length(data) AS bytes FROM reading_folded ORDER BY day DESC LIMIT "
                        + COMPACTED_DAYS + ") AS newest")
                .map((row, context) -> new ReadingDensity(taken, row.getLong("samples"), row.getLong("bytes")))
                .one();
    }
}
