package io.greenpark.accounting.work;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.park.reading.Reading;
import io.greenpark.park.reading.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest samples of points, kept in memory between one booking and the next. The set is ordered by time, so reading the
 * hours around a live value of one point walks over those of all points; with tens of thousands of points that report every
 * minute the books would spend their time on nothing else. Of each point this holds everything the set has from some time
 * on, or nothing: what arrives later is added as it is put into the set, and a point is forgotten where that would take
 * more than adding at its end. So it makes nothing different, only quicker. Used by the one thread that books.
 */
public final class RecentSamples implements UpsertListener {
    /** What a sample takes: time, value, arrival, flag. */
    private static final int SAMPLE_BYTES = 25;
    /** The share of the heap it may take. */
    private static final int HEAP_SHARE = 6;
    /** Points that have fallen so far behind the newest make room for others. */
    private static final long STALE_MS = 6 * HOUR_MS;
    /** Looking for them walks over all; it is worth while again when the newest have moved on so far. */
    private static final long LOOK_AGAIN_MS = HOUR_MS;

    private final long mostSamples;
    private final Map<String, SampleBuffer> tails = new HashMap<>();
    private long held;
    private long newestMs = Long.MIN_VALUE;
    private long lookAgainMs = Long.MIN_VALUE;

    /** @param mostSamples for how many samples to have room at most, of all points together */
    public RecentSamples(long mostSamples) {
        this.mostSamples = mostSamples;
    }

    /** Takes a part of the heap this process may have. */
    public static RecentSamples ofHeap() {
        return new RecentSamples(Runtime.getRuntime().maxMemory() / HEAP_SHARE / SAMPLE_BYTES);
    }

    /** Whether it knows a point from some time on. */
    boolean knows(String point) {
        return tails.containsKey(point);
    }

    /** Whether it knows everything of a point from a time on. */
    boolean knows(String point, long fromMs) {
        SampleBuffer tail = tails.get(point);
        return tail != null && tail.sinceMs() <= fromMs;
    }

    /** From when on it knows everything of a point that it knows. */
    long sinceMs(String point) {
        return known(point).sinceMs();
    }

    /** Everything it knows of a point, after what there was before. */
    List<Sample> with(String point, List<Sample> earlier) {
        List<Sample> all = new ArrayList<>(earlier);
        all.addAll(known(point).range(sinceMs(point), Long.MAX_VALUE));
        return all;
    }

    /** As the set's; only for what it {@link #knows}. */
    List<Sample> range(String point, long fromMs, long toMs) {
        return known(point).range(fromMs, toMs);
    }

    /** As the set's; only for what it {@link #knows}. */
    Optional<Sample> firstFrom(String point, long timeMs) {
        return known(point).firstFrom(timeMs);
    }

    private SampleBuffer known(String point) {
        SampleBuffer tail = tails.get(point);
        if (tail == null) {
            throw new IllegalStateException("nothing is known of point \"" + point + "\"");
        }
        return tail;
    }

    /** Whether so many samples of another point can be kept. */
    boolean hasRoomFor(int samples) {
        if (held + SampleBuffer.roomOf(samples) > mostSamples && newestMs >= lookAgainMs) {
            forgetStale();
        }
        return held + SampleBuffer.roomOf(samples) <= mostSamples;
    }

    /**
     * Keeps what the set has of a point, if there is room.
     *
     * @param samples all there are from {@code fromMs} on, without an end
     */
    void keep(String point, long fromMs, List<Sample> samples) {
        forget(point);
        if (hasRoomFor(samples.size())) {
            SampleBuffer tail = SampleBuffer.of(fromMs, samples);
            tails.put(point, tail);
            held += tail.room();
            newestMs = Math.max(newestMs, tail.newestMs());
        }
    }

    /** Lets go of what the last booking of a point did not ask for any more. */
    void trim(String point) {
        SampleBuffer tail = tails.get(point);
        if (tail != null) {
            tail.trim();
        }
    }

    private void forgetStale() {
        lookAgainMs = newestMs + LOOK_AGAIN_MS;
        for (Iterator<SampleBuffer> all = tails.values().iterator(); all.hasNext(); ) {
            SampleBuffer tail = all.next();
            if (tail.newestMs() < newestMs - STALE_MS) {
                held -= tail.room();
                all.remove();
            }
        }
    }

    private void forget(String point) {
        SampleBuffer former = tails.remove(point);
        held -= former == null ? 0 : former.room();
    }

    @Override
    public void put(List<Reading> readings) {
        for (Reading r : readings) {
            @Nullable SampleBuffer tail = tails.get(r.pointId());
            if (tail == null || r.timeMs() < tail.sinceMs() || tail.has(r)) {
                continue;
            }
            if (r.timeMs() > tail.newestMs() && held < mostSamples) {
                held -= tail.room();
                tail.add(r);
                held += tail.room();
                newestMs = Math.max(newestMs, r.timeMs());
            } else {
                forget(r.pointId());
            }
        }
    }

    @Override
    public void unsure() {
        tails.clear();
        held = 0;
        lookAgainMs = Long.MIN_VALUE;
    }
}
