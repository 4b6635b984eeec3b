package io.greenpark.influx;

import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Filling InfluxDB from the books, as it stands in {@code influx_fill}: who asked, how far it got. A request is a row, so
 * another process may make it; the writers look once a second. Filling again from the beginning changes nothing that is
 * there already.
 */
public final class Backfill {
    private static final String COLUMNS = "writer, request, requested_ms, place, held, done, total, finished_ms";

    private Backfill() {}

    /**
     * How far a writer got.
     *
     * @param request counts requests; a higher one begins anew
     * @param place how far it got, in the writer's own words; empty before it began
     * @param held a log offset it comes back to at the end
     * @param done what is written: readings, or series of figures
     * @param total what there was to write when it began; 0 before
     */
    public record BackfillProgress(
            String writer,
            long request,
            long requestedMs,
            String place,
            @Nullable Long held,
            long done,
            long total,
            @Nullable Long finishedMs) {
        public boolean finished() {
            return finishedMs != null;
        }

        /** What is left, as far as it is known; at least one before the end. */
        public long left() {
            return finished() ? 0 : Math.max(1, total - done);
        }
    }

    /** One row a writer while InfluxDB is switched on; none while it is off. */
    public static List<BackfillProgress> rows(Handle handle) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM influx_fill ORDER BY writer")
                .map((row, context) -> new BackfillProgress(
                        row.getString("writer"),
                        row.getLong("request"),
                        row.getLong("requested_ms"),
                        row.getString("place"),
                        row.getObject("held") == null ? null : row.getLong("held"),
                        row.getLong("done"),
                        row.getLong("total"),
                        row.getObject("finished_ms") == null ? null : row.getLong("finished_ms")))
                .list();
    }

    static Optional<BackfillProgress> row(Handle handle, String writer) {
        return rows(handle).stream().filter(r -> r.writer().equals(writer)).findFirst();
    }

    /**
     * Asks every writer to fill InfluxDB. One that is at it goes on where it is.
     *
     * @param anew whether one that is at it begins again as well, because what it had written is gone
     */
    public static void request(Handle handle, boolean anew, long nowMs) {
        handle.createUpdate("UPDATE influx_fill SET request = influx_fill.request + 1, requested_ms = :now, place = '',"
                        + " held = NULL, done = 0, total = 0, finished_ms = NULL"
                        + (anew ? "" : " WHERE finished_ms IS NOT NULL"))
                .bind("now", nowMs)
                .execute();
    }

    /** InfluxDB is switched on: whoever has no row yet begins with filling. */
    static void switchedOn(BooksTx tx, String writer, long nowMs) {
        tx.handle()
                .createUpdate("INSERT INTO influx_fill (writer, request, requested_ms, place, done, total)"
                        + " VALUES (:writer, 1, :now, '', 0, 0) ON CONFLICT (writer) DO NOTHING")
                .bind("writer", writer)
                .bind("now", nowMs)
                .execute();
    }

    /**
     * InfluxDB is switched off: forgets what was filled, the marks kept for it, which would pile up, and where its reader
     * stood in the log, which retention is free to pass from now on. Whoever switches it on again begins with filling.
     */
    static void switchedOff(Books books) {
        books.<Boolean, RuntimeException>write(tx -> {
            tx.marks().subscribe(SeriesWriter.CONSUMER, Set.of());
            tx.handle().execute("DELETE FROM influx_fill");
            tx.positions().forget(ReadingWriter.NAME);
            return true;
        });
    }

    /** Writes a row back; false if there has been a newer request, which then counts. */
    static boolean advance(BooksTx tx, BackfillProgress row) {
        return tx.handle()
                        .createUpdate("UPDATE influx_fill SET place = :place, held = :held, done = :done,"
                                + " total = :total, finished_ms = :finished"
                                + " WHERE writer = :writer AND request = :request")
                        .bind("place", row.place())
                        .bind("held", row.held())
                        .bind("done", row.done())
                        .bind("total", row.total())
                        .bind("finished", row.finishedMs())
                        .bind("writer", row.writer())
                        .bind("request", row.request())
                        .execute()
                == 1;
    }
}
