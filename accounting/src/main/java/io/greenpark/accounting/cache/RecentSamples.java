package io.greenpark.accounting.cache;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.park.reading.Reading;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.reading.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The newest samples of points, kept in memory between one booking and the next. The set is ordered by time, so reading the
 * hours around a live value of one point walks over those of all points; with tens of thousands of points that report every
 * minute the books would spend their time on nothing else. Of each point this holds everything the set has from some time
 * on, or nothing: what arrives later is added as it is put into the set, and a point is forgotten where that would take
 * more than appending. Used by the one thread that books.
 */
final class RecentSamples {
    /** What a sample takes: time, value, arrival, flag. */
    private static final int SAMPLE_BYTES = 25;
    /** The share of the heap it may take. */
    private static final int HEAP_SHARE = 6;
    /** Points that have fallen so far behind the newest make room for others. */
    private static final long STALE_MS = 6 * HOUR_MS;
    /** Looking for them walks over all points, so it waits until the newest sample has moved on by this much. */
    private static final long STALE_CHECK_MS = HOUR_MS;

    private final long maxSamples;
    private final Map<String, SampleBuffer> buffers = new HashMap<>();
    /** The capacity of all buffers together, which {@code maxSamples} bounds. */
    private long capacity;

    private long newestMs = Long.MIN_VALUE;
    private long nextStaleCheckMs = Long.MIN_VALUE;

    RecentSamples(long maxSamples) {
        this.maxSamples = maxSamples;
    }

    static long maxSamplesOfHeap() {
        return Runtime.getRuntime().maxMemory() / HEAP_SHARE / SAMPLE_BYTES;
    }

    /** Whether it has all samples of a point from some time on. */
    boolean holds(String point) {
        return buffers.containsKey(point);
    }

    /** Whether it has all samples of a point from {@code fromMs} on. */
    boolean holdsFrom(String point, long fromMs) {
        SampleBuffer buffer = buffers.get(point);
        return buffer != null && buffer.sinceMs() <= fromMs;
    }

    /** The time from which on it has all samples of a point that it {@link #holds}. */
    long sinceMs(String point) {
        return known(point).sinceMs();
    }

    /** {@code earlier}, and behind them all samples it holds of a point. */
    List<Sample> allAfter(String point, List<Sample> earlier) {
        List<Sample> all = new ArrayList<>(earlier);
        all.addAll(known(point).range(sinceMs(point), Long.MAX_VALUE));
        return all;
    }

    /** As {@link ReadingStore#range}; only for a point and time it {@link #holdsFrom}. */
    List<Sample> range(String point, long fromMs, long toMs) {
        return known(point).range(fromMs, toMs);
    }

    /** As {@link ReadingStore#firstFrom}; only for a point and time it {@link #holdsFrom}. */
    Optional<Sample> firstFrom(String point, long timeMs) {
        return known(point).firstFrom(timeMs);
    }

    private SampleBuffer known(String point) {
        SampleBuffer buffer = buffers.get(point);
        if (buffer == null) {
            throw new IllegalStateException("no samples are held of point \"" + point + "\"");
        }
        return buffer;
    }

    /**
     * Keeps samples that were read of a point, unless the set has later ones.
     *
     * @param samples all in {@code [fromMs, toMs)}
     */
    void rememberIfNewest(ReadingStore set, String point, long fromMs, long toMs, List<Sample> samples) {
        if (hasRoomFor(samples.size()) && set.firstFrom(point, toMs).isEmpty()) {
            keep(point, fromMs, samples);
        }
    }

    /**
     * Keeps what the set has of a point, if there is room.
     *
     * @param samples all there are from {@code fromMs} on, without an end
     */
    void keep(String point, long fromMs, List<Sample> samples) {
        forget(point);
        if (hasRoomFor(samples.size())) {
            SampleBuffer buffer = SampleBuffer.of(fromMs, samples);
            buffers.put(point, buffer);
            capacity += buffer.capacity();
            newestMs = Math.max(newestMs, buffer.newestMs());
        }
    }

    private boolean hasRoomFor(int samples) {
        long needed = SampleBuffer.capacityFor(samples);
        if (capacity + needed > maxSamples && newestMs >= nextStaleCheckMs) {
            forgetStale();
        }
        return capacity + needed <= maxSamples;
    }

    /** Lets go of what the last booking of a point did not ask for any more. */
    void trim(String point) {
        SampleBuffer buffer = buffers.get(point);
        if (buffer != null) {
            buffer.trim();
        }
    }

    private void forgetStale() {
        nextStaleCheckMs = newestMs + STALE_CHECK_MS;
        for (Iterator<SampleBuffer> all = buffers.values().iterator(); all.hasNext(); ) {
            SampleBuffer buffer = all.next();
            if (buffer.newestMs() < newestMs - STALE_MS) {
                capacity -= buffer.capacity();
                all.remove();
            }
        }
    }

    private void forget(String point) {
        SampleBuffer former = buffers.remove(point);
        capacity -= former == null ? 0 : former.capacity();
    }

    /** Adds what was put into the set. */
    void add(List<Reading> readings) {
        for (Reading r : readings) {
            SampleBuffer buffer = buffers.get(r.pointId());
            if (buffer == null || r.timeMs() < buffer.sinceMs() || buffer.has(r)) {
                continue;
            }
            if (r.timeMs() > buffer.newestMs() && capacity < maxSamples) {
                capacity -= buffer.capacity();
                buffer.add(r);
                capacity += buffer.capacity();
                newestMs = Math.max(newestMs, r.timeMs());
            } else {
                forget(r.pointId());
            }
        }
    }

    void clear() {
        buffers.clear();
        capacity = 0;
        nextStaleCheckMs = Long.MIN_VALUE;
    }
}
