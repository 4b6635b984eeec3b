package io.greenpark.lab.chaos.check;

import io.greenpark.lab.ledger.LedgerLoad;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ticks off the readings a store holds against those that were sent; a bit a reading. */
public final class SeenReadings {
    private final LedgerLoad load;
    private final Map<String, LedgerLoad.PointIndex> places;
    private final List<BitSet> expected;
    private final boolean mayRepeat;
    /** By device and key. */
    private final BitSet[][] seen;

    private final List<String> differing = new ArrayList<>();
    private long again;
    private long wrong;
    private long strange;

    /**
     * @param expected messages by device that must be there with all their readings
     * @param mayRepeat whether the store may hold a reading more than once, as the log may
     */
    public SeenReadings(LedgerLoad load, List<BitSet> expected, boolean mayRepeat) {
        this.load = load;
        this.places = load.places();
        this.expected = expected;
        this.mayRepeat = mayRepeat;
        this.seen = new BitSet[load.devices().size()][];
        for (int d = 0; d < seen.length; d++) {
            seen[d] = new BitSet[load.devices().get(d).keys().size()];
            for (int k = 0; k < seen[d].length; k++) {
                seen[d][k] = new BitSet();
            }
        }
    }

    /** The store holds this. */
    public void saw(String point, long timeMs, double value) {
        LedgerLoad.@Nullable PointIndex place = places.get(point);
        long sequence = place == null ? -1 : load.devices().get(place.device()).sequence(timeMs);
        if (place == null || sequence < 0) {
            strange++;
            name("never sent", point, timeMs, value);
            return;
        }
        if (value != load.value(place.device(), place.key(), sequence)) {
            wrong++;
            name("another value than sent", point, timeMs, value);
        }
        BitSet messages = seen[place.device()][place.key()];
        if (messages.get((int) sequence)) {
            again++;
            if (!mayRepeat) {
                name("twice", point, timeMs, value);
            }
        }
        messages.set((int) sequence);
    }

    private void name(String what, String point, long timeMs, double value) {
        if (differing.size() < StoreComparison.NAMED) {
            differing.add(point + " at " + Instant.ofEpochMilli(timeMs) + ", value " + value + ": " + what);
        }
    }

    /** The result, once everything was seen. */
    public StoreComparison compare(String store) {
        long wanted = 0;
        long lost = 0;
        long found = 0;
        for (int d = 0; d < seen.length; d++) {
            for (int k = 0; k < seen[d].length; k++) {
                BitSet missing = (BitSet) expected.get(d).clone();
                missing.andNot(seen[d][k]);
                wanted += expected.get(d).cardinality();
                lost += missing.cardinality();
                found += seen[d][k].cardinality();
                nameMissing(d, k, missing);
            }
        }
        return new StoreComparison(
                store,
                "readings",
                wanted,
                found,
                lost,
                mayRepeat ? 0 : again,
                wrong,
                strange,
                mayRepeat ? again : 0,
                differing);
    }

    private void nameMissing(int device, int key, BitSet missing) {
        for (int s = missing.nextSetBit(0);
                s >= 0 && differing.size() < StoreComparison.NAMED;
                s = missing.nextSetBit(s + 1)) {
            LedgerLoad.LedgerDevice sending = load.devices().get(device);
            name("lost", sending.keys().get(key).pointId(), sending.timeMs(s), load.value(device, key, s));
        }
    }
}
