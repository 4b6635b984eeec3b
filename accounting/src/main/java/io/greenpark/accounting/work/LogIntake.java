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
import io.greenpark.store.consumer.LogConsumer;
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
    private final LogConsumer consumer;
    private final List<UpsertListener> listeners;

    /**
     * Takes the reader over from whoever had it.
     *
     * @param listeners are told what is in the set once it is durable there
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
        this.consumer = LogConsumer.open(READER, log, books, clock);
    }

    /** Takes one slice in; false if there was nothing newer. */
    public boolean takeSlice() {
        LogSlice slice = consumer.next(sliceReadings);
        if (slice.isEmpty()) {
            return false;
        }
        try {
            books.write(tx -> {
                List<Touched> touched = tx.readings().put(slice.readings(), slice.to());
                WorkTable.note(tx.handle(), touchedSpans(registry.current(), touched));
                consumer.commit(tx, slice);
                return true;
            });
            consumer.moved(slice);
            listeners.forEach(l -> l.put(slice.readings()));
            return true;
        } catch (RuntimeException | Error e) {
            // Whether it is in the set or not, and whoever was told: nobody may go on with what they thought they knew.
            listeners.forEach(UpsertListener::unsure);
            throw e;
        }
    }

    /** Fails unless this instance still holds the reader; every booking asks in its transaction. */
    public void fence(BooksTx tx) {
        consumer.fence(tx);
    }

    /** Readings of the log not taken in yet. */
    public long lag() {
        return consumer.lag();
    }

    private static Map<String, List<TimeRange>> touchedSpans(Registry registry, List<Touched> touched) {
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
        Map<String, List<TimeRange>> spans = new TreeMap<>();
        hours.forEach((point, of) -> spans.put(point, joined(of)));
        return spans;
    }

    private static List<TimeRange> joined(TreeSet<Long> hours) {
        List<TimeRange> spans = new ArrayList<>();
        long from = hours.first();
        long to = from;
        for (long hour : hours) {
            if (hour > to + HOUR_MS) {
                spans.add(new TimeRange(from, to));
                from = hour;
            }
            to = hour + HOUR_MS;
        }
        spans.add(new TimeRange(from, to));
        return spans;
    }
}
