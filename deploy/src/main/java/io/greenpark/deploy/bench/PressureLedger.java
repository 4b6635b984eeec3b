package io.greenpark.deploy.bench;

import io.greenpark.park.log.LogSlice;
import io.greenpark.park.log.Position;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.reading.Reading;
import io.greenpark.sim.load.Ledger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the senders were told is kept, to be compared with what the log holds. Written by the generator's thread, which
 * must have ended before {@link #compare}; {@link #acknowledged} may be asked by any thread at any time.
 */
final class PressureLedger implements Ledger {
    private static final int SLICE = 50_000;

    /**
     * What came of the comparison.
     *
     * @param kept readings in the log
     * @param missing acknowledged messages of which not every reading is in the log
     * @param twice readings that are in the log more than once
     */
    record Comparison(long kept, long missing, long twice) {}

    private final long startMs;
    private final long stepMs;
    private final List<BitSet> told = new ArrayList<>();
    private final AtomicLong acknowledged = new AtomicLong();

    PressureLedger(int senders, long startMs, long stepMs) {
        this.startMs = startMs;
        this.stepMs = stepMs;
        for (int i = 0; i < senders; i++) {
            told.add(new BitSet());
        }
    }

    @Override
    public void acknowledged(int sender, long sequence) {
        told.get(sender).set((int) sequence);
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

    Comparison compare(TelemetryLog log) {
        List<BitSet> kept = new ArrayList<>();
        told.forEach(t -> kept.add(new BitSet()));
        long readings = 0;
        long twice = 0;
        LogSlice slice = log.readAfter(Position.START, SLICE);
        while (!slice.isEmpty()) {
            for (Reading reading : slice.readings()) {
                BitSet of = kept.get(PipelinePark.index(reading.deviceId()));
                int place = place(reading);
                twice += of.get(place) ? 1 : 0;
                of.set(place);
                readings++;
            }
            slice = log.readAfter(slice.to(), SLICE);
        }
        long missing = 0;
        for (int i = 0; i < told.size(); i++) {
            BitSet has = kept.get(i);
            missing += told.get(i).stream().filter(m -> !whole(has, m)).count();
        }
        return new Comparison(readings, missing, twice);
    }

    private int place(Reading reading) {
        int message = Math.toIntExact((reading.timeMs() - startMs) / stepMs);
        return message * PipelinePark.POINTS_PER_DEVICE + PipelinePark.keys().indexOf(reading.key());
    }

    private static boolean whole(BitSet kept, int message) {
        int first = message * PipelinePark.POINTS_PER_DEVICE;
        return kept.nextClearBit(first) >= first + PipelinePark.POINTS_PER_DEVICE;
    }
}
