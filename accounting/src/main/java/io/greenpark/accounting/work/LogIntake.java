package io.greenpark.accounting.work;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.park.log.LogSlice;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.reading.ReadingStore.Touched;
import io.greenpark.park.registry.Canary;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.time.ParkTime;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import io.greenpark.store.reader.LogReader;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Takes readings from the log into the set of readings, and notes the hours they touch: one slice, one transaction, with
 * the position. Used by one thread.
 */
public final class LogIntake {
    /** The name under which the log and health know the accounts. */
    public static final String READER = "accounting";

    private final Books books;
    private final RegistrySource registry;
    private final int sliceReadings;
    private final LogReader reader;
    private final List<UpsertListener> listeners;

    /**
     * Takes the reader over from the instance that had it.
     *
     * @param listeners told what is in the set once it is durable there
     */
    public LogIntake(
            TelemetryLog log,
            Books books,
            RegistrySource registry,
            int sliceReadings,
            Clock clock,
            List<UpsertListener> listeners) {
        this.listeners = List.copyOf(listeners);
        this.books = books;
        this.registry = registry;
        this.sliceReadings = sliceReadings;
        this.reader = LogReader.open(READER, log, books, clock);
    }

    /** Takes one slice in; false if there was nothing newer. */
    public boolean takeSlice() {
        LogSlice slice = reader.next(sliceReadings);
        if (slice.isEmpty()) {
            return false;
        }
        try {
            books.write(tx -> {
                List<Touched> touched = tx.readings().put(slice.readings(), slice.to());
                AccountWorkTable.note(tx.handle(), touchedHours(registry.current(), touched));
                reader.commit(tx, slice);
                return true;
            });
            reader.moved(slice);
            listeners.forEach(l -> l.upserted(slice.readings()));
            return true;
        } catch (RuntimeException | Error e) {
            // The transaction may be durable or not, and some may have been told: all must forget what they remember.
            listeners.forEach(UpsertListener::invalidate);
            throw e;
        }
    }

    /** Fails unless this instance still holds the reader; every booking asks in its transaction. */
    public void fence(BooksTx tx) {
        reader.fence(tx);
    }

    /** Readings of the log not taken in yet. */
    public long lag() {
        return reader.lag();
    }

    private static Map<String, List<TimeRange>> touchedHours(Registry registry, List<Touched> touched) {
        Map<String, ParkTime> times = new HashMap<>();
        Map<String, TreeSet<Long>> hours = new TreeMap<>();
        for (Touched t : touched) {
            if (Canary.isOwn(t.pointId())) {
                continue;
            }
            ParkTime time = times.computeIfAbsent(t.pointId(), p -> registry.timeOfPoint(p));
            hours.computeIfAbsent(t.pointId(), p -> new TreeSet<>())
                    .add(time.hourOf(Instant.ofEpochMilli(t.timeMs())).toEpochMilli());
        }
        Map<String, List<TimeRange>> ranges = new TreeMap<>();
        hours.forEach((point, starts) -> ranges.put(point, joined(starts)));
        return ranges;
    }

    private static List<TimeRange> joined(TreeSet<Long> hours) {
        List<TimeRange> ranges = new ArrayList<>();
        long from = hours.first();
        long to = from;
        for (long hour : hours) {
            if (hour > to + HOUR_MS) {
                ranges.add(new TimeRange(from, to));
                from = hour;
            }
            to = hour + HOUR_MS;
        }
        ranges.add(new TimeRange(from, to));
        return ranges;
    }
}
