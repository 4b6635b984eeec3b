package io.greenpark.influx;

import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * Requests to fill InfluxDB from the books and how far each writer got, kept in {@code influx_fill}. A request is a row, so
 * another process may make it; the writers look once per second. Filling again from the beginning changes nothing that is
 * there already.
 */
public final class Backfill {
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

        /** Whether a writer has taken the request up and is not done. */
        boolean underWay() {
            return !finished() && !place.isEmpty();
        }

        BackfillProgress at(String newPlace, @Nullable Long newHeld, long newDone, long newTotal) {
            return new BackfillProgress(writer, request, requestedMs, newPlace, newHeld, newDone, newTotal, null);
        }

        BackfillProgress finishedAt(long nowMs) {
            return new BackfillProgress(writer, request, requestedMs, place, held, total, total, nowMs);
        }

        /** What is left, as far as it is known; at least one before the end. */
        public long left() {
            return finished() ? 0 : Math.max(1, total - done);
        }
    }

    /** One per writer while InfluxDB is switched on; none while it is off. */
    public static List<BackfillProgress> all(Handle handle) {
        return handle.createQuery("SELECT writer, request, requested_ms, place, held, done, total, finished_ms"
                        + " FROM influx_fill ORDER BY writer")
                .map(ConstructorMapper.of(BackfillProgress.class))
                .list();
    }

    static Optional<BackfillProgress> progress(Handle handle, String writer) {
        return all(handle).stream().filter(p -> p.writer().equals(writer)).findFirst();
    }

    /**
     * Asks every writer to fill InfluxDB. One that is filling it already goes on from where it is.
     *
     * @param anew whether such a writer begins again as well, because what it had written is gone
     */
    public static void request(Handle handle, boolean anew, long nowMs) {
        handle.createUpdate("UPDATE influx_fill SET request = influx_fill.request + 1, requested_ms = :now, place = '',"
                        + " held = NULL, done = 0, total = 0, finished_ms = NULL"
                        + (anew ? "" : " WHERE finished_ms IS NOT NULL"))
                .bind("now", nowMs)
                .execute();
    }

    /** InfluxDB is switched on: a writer without a row begins with filling. */
    static void switchedOn(BooksTx tx, String writer, long nowMs) {
        tx.handle()
                .createUpdate("INSERT INTO influx_fill (writer, request, requested_ms, place, done, total)"
                        + " VALUES (:writer, 1, :now, '', 0, 0) ON CONFLICT (writer) DO NOTHING")
                .bind("writer", writer)
                .bind("now", nowMs)
                .execute();
    }

    /**
     * InfluxDB is switched off: forgets what was filled, the marks kept for it, which would pile up, and the position of
     * its reader in the log, which retention may pass from now on. When it is switched on again, it is filled first.
     */
    static void switchedOff(Books books) {
        books.<Boolean, RuntimeException>write(tx -> {
            tx.marks().subscribe(SeriesWriter.CONSUMER, Set.of());
            tx.handle().execute("DELETE FROM influx_fill");
            tx.positions().forget(ReadingWriter.NAME);
            return true;
        });
    }

    /** Writes progress back; false if there has been a newer request, which then counts. */
    static boolean update(BooksTx tx, BackfillProgress progress) {
        return tx.handle()
                        .createUpdate("UPDATE influx_fill SET place = :place, held = :held, done = :done,"
                                + " total = :total, finished_ms = :finishedMs"
                                + " WHERE writer = :writer AND request = :request")
                        .bindMethods(progress)
                        .execute()
                == 1;
    }
}
