package io.greenpark.alerts.marking;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The table {@code data_mark_digest}. */
final class MarkDigestTable {
    private MarkDigestTable() {}

    static boolean isTold(Handle handle, String park, String day) {
        return handle.createQuery("SELECT count(*) FROM data_mark_digest WHERE park = :park AND day = :day")
                        .bind("park", park)
                        .bind("day", day)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** Returns whether it was not noted before. */
    static boolean note(Handle handle, String park, String day, Instant now) {
        return handle.execute(
                        "INSERT INTO data_mark_digest (park, day, told_ms) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        park,
                        day,
                        now.toEpochMilli())
                == 1;
    }
}
