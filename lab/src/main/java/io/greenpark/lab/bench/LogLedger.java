package io.greenpark.lab.bench;

import io.greenpark.lab.load.Ledger;
import io.greenpark.park.log.LogSlice;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was acknowledged to the clients of {@link PipelinePark}, to be compared with what the log holds. Written by the
 * generator's thread, which must have ended before {@link #compare}; {@link #acknowledged} may be asked by any thread at
 * any time.
 */
final class LogLedger implements Ledger {
    private static final int SLICE = 50_000;
    private static final Map<String, Integer> KEYS = new HashMap<>();

    static {
        PipelinePark.keys().forEach(key -> KEYS.put(key, KEYS.size()));
    }

    /**
     * The result of the comparison.
     *
     * @param kept readings in the log
     * @param missing acknowledged messages of which not every reading is in the log
     * @param twice readings that are in the log more than once
     */
    record LogComparison(long kept, long missing, long twice) {}

    /**
     * What a log holds.
     *
     * @param ledgers the result for each ledger
     * @param distinct readings, those of other devices included and repeated ones counted once
     */
    record LogContent(List<LogComparison> ledgers, long distinct) {}

    private final long startMs;
    private final long stepMs;
    private final int valuesPerMessage;
    private final Map<String, Integer> clients = new HashMap<>();
    private final List<BitSet> messages;
    private final List<BitSet> kept;
    private final AtomicLong acknowledged = new AtomicLong();
    private long readings;
    private long twice;

    /**
     * @param devices the load's clients in order
     * @param startMs device time of their first messages
     * @param stepMs from one time to the next
     * @param times of how many times a message has values
     */
    LogLedger(List<String> devices, long startMs, long stepMs, int times) {
        this.startMs = startMs;
        this.stepMs = stepMs;
        this.valuesPerMessage = times * PipelinePark.POINTS_PER_DEVICE;
        devices.forEach(d -> clients.put(d, clients.size()));
        messages = empty(devices.size());
        kept = empty(devices.size());
    }

    private static List<BitSet> empty(int count) {
        return Stream.generate(BitSet::new).limit(count).toList();
    }

    @Override
    public void acknowledged(int client, long sequence) {
        messages.get(client).set((int) sequence);
        acknowledged.incrementAndGet();
    }

    @Override
    public String toString() {
        return acknowledged + " messages acknowledged";
    }

    /** Messages acknowledged so far. */
    long acknowledged() {
        return acknowledged.get();
    }

    LogComparison compare(TelemetryLog log) {
        return compare(log, List.of(this)).ledgers().get(0);
    }

    /** Compares several ledgers with a log that is read once. */
    static LogContent compare(TelemetryLog log, List<LogLedger> ledgers) {
        long distinct = 0;
        LogSlice slice = log.readAfter(Position.START, SLICE);
        while (!slice.isEmpty()) {
            for (Reading reading : slice.readings()) {
                boolean again = false;
                for (LogLedger ledger : ledgers) {
                    again |= ledger.sawAgain(reading);
                }
                distinct += again ? 0 : 1;
            }
            slice = log.readAfter(slice.to(), SLICE);
        }
        List<LogComparison> found = new ArrayList<>();
        ledgers.forEach(l -> found.add(new LogComparison(l.readings, l.missing(), l.twice)));
        return new LogContent(found, distinct);
    }

    /** Ticks a reading off if it is of one of the clients; true if it was seen before. */
    private boolean sawAgain(Reading reading) {
        @Nullable Integer client = clients.get(reading.deviceId());
        if (client == null) {
            return false;
        }
        BitSet found = kept.get(client);
        int place = place(reading);
        boolean again = found.get(place);
        found.set(place);
        readings++;
        twice += again ? 1 : 0;
        return again;
    }

    private int place(Reading reading) {
        int time = Math.toIntExact((reading.timeMs() - startMs) / stepMs);
        return time * PipelinePark.POINTS_PER_DEVICE + KEYS.getOrDefault(reading.key(), 0);
    }

    private long missing() {
        return IntStream.range(0, messages.size())
                .mapToLong(i -> messages.get(i).stream()
                        .filter(m -> !whole(kept.get(i), m))
                        .count())
                .sum();
    }

    private boolean whole(BitSet has, int message) {
        int first = message * valuesPerMessage;
        return has.nextClearBit(first) >= first + valuesPerMessage;
    }
}
