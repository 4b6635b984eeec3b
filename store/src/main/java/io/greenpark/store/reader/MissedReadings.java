package io.greenpark.store.reader;

import io.greenpark.park.log.LogSlice;
import io.greenpark.park.reading.Position;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;

/** What readers could no longer read, kept for health and the console, so that no loss goes unnoticed. */
public final class MissedReadings {
    private MissedReadings() {}

    static void keep(Handle handle, String reader, Position from, LogSlice slice, long nowMs) {
        handle.createUpdate("INSERT INTO reader_gap (reader, part, from_pos, to_pos, missed, seen_ms)"
                        + " VALUES (:reader, :part, :from, :to, :missed, :now)"
                        + " ON CONFLICT (reader, part, from_pos) DO UPDATE SET"
                        + " to_pos = excluded.to_pos, missed = excluded.missed, seen_ms = excluded.seen_ms")
                .bind("reader", reader)
                .bind("part", from.partition())
                .bind("from", from.offset())
                .bind("to", slice.to().offset())
                .bind("missed", slice.missed())
                .bind("now", nowMs)
                .execute();
    }

    /** Readings missed by each reader that missed any. */
    public static Map<String, Long> missed(Handle handle) {
        return handle.createQuery(
                        "SELECT reader, sum(missed) AS missed FROM reader_gap GROUP BY reader ORDER BY reader")
                .setMapKeyColumn("reader")
                .setMapValueColumn("missed")
                .collectInto(new GenericType<Map<String, Long>>() {});
    }
}
