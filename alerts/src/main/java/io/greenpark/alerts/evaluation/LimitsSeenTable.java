package io.greenpark.alerts.evaluation;

import io.greenpark.store.books.KeyedTexts;
import java.util.Collection;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table {@code alert_limits_seen}: digests of the limits that periods were last judged by, by point. */
final class LimitsSeenTable {
    private static final KeyedTexts DIGESTS = new KeyedTexts("alert_limits_seen", "point", "limits");

    private LimitsSeenTable() {}

    static Map<String, String> load(Handle handle) {
        return DIGESTS.load(handle);
    }

    /** Those of some points. */
    static Map<String, String> load(Handle handle, Collection<String> points) {
        return DIGESTS.load(handle, points);
    }

    /** When the limits of a point were last seen to have changed, epoch milliseconds; 0 if never. */
    static long seenMs(Handle handle, String point) {
        return handle.createQuery("SELECT seen_ms FROM alert_limits_seen WHERE point = :point")
                .bind("point", point)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /** Writes when limits changed; by which ones periods were last judged stays as it is. */
    static void touch(Handle handle, Collection<String> points, long seenMs) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO alert_limits_seen (point, limits, seen_ms)"
                + " VALUES (?, '', ?) ON CONFLICT (point) DO UPDATE SET seen_ms = excluded.seen_ms");
        points.forEach(point -> batch.add(point, seenMs));
        batch.execute();
    }

    /** Writes by which limits periods are judged from now on, and when these were seen to have changed. */
    static void write(Handle handle, Map<String, String> limits, Map<String, Long> seenMs) {
        if (limits.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("INSERT INTO alert_limits_seen (point, limits, seen_ms)"
                + " VALUES (?, ?, ?) ON CONFLICT (point) DO UPDATE SET limits = excluded.limits,"
                + " seen_ms = excluded.seen_ms");
        limits.forEach((point, digest) -> batch.add(point, digest, seenMs.get(point)));
        batch.execute();
    }

    /** Writes other digests of the same limits. */
    static void rewrite(Handle handle, Map<String, String> same) {
        if (same.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("UPDATE alert_limits_seen SET limits = ? WHERE point = ?");
        same.forEach((point, limits) -> batch.add(limits, point));
        batch.execute();
    }
}
