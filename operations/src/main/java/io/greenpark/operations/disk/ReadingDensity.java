package io.greenpark.operations.disk;

import org.jdbi.v3.core.Handle;

/**
 * What the books have of readings.
 *
 * @param taken readings ever taken from the log
 * @param foldedSamples samples of the newest folded days looked at
 * @param foldedBytes what these samples take, compressed
 */
public record ReadingDensity(long taken, long foldedSamples, long foldedBytes) {
    /** So many (point, day) pairs say enough of how well days compress. */
    private static final int FOLDED_DAYS = 500;

    /** Measures on a reading connection. */
    public static ReadingDensity measure(Handle handle) {
        long taken = handle.createQuery(
                        "SELECT coalesce(sum(pos), 0) AS taken FROM reader_position WHERE reader =" + " 'accounting'")
                .mapTo(Long.class)
                .one();
        return handle.createQuery("SELECT coalesce(sum(samples), 0) AS samples, coalesce(sum(bytes), 0) AS bytes FROM"
                        + " (SELECT samples, length(data) AS bytes FROM reading_folded ORDER BY day DESC LIMIT "
                        + FOLDED_DAYS + ") AS newest")
                .map((row, context) -> new ReadingDensity(taken, row.getLong("samples"), row.getLong("bytes")))
                .one();
    }
}
