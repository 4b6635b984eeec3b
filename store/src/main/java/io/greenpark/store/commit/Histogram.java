package io.greenpark.store.commit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts figures in fixed buckets: a few nanoseconds per figure, no garbage, so that a writing thread can count every
 * commit. One thread records, any thread reads; a reader may be one figure behind.
 */
public final class Histogram {
    private final List<Long> bounds;
    private final long[] ascending;
    /** One per bound, one for what lies beyond the last, one for the sum. */
    private final AtomicLongArray cells;

    private Histogram(List<Long> bounds) {
        this.bounds = bounds;
        this.ascending = bounds.stream().mapToLong(Long::longValue).toArray();
        this.cells = new AtomicLongArray(ascending.length + 2);
    }

    /** @param bounds upper bounds of the buckets, inclusive, ascending */
    public static Histogram of(Long... bounds) {
        return new Histogram(List.of(bounds));
    }

    /** Nanoseconds in buckets from 100 µs, a fast disk's fsync, to 10 s, a failing disk. */
    public static Histogram nanoseconds() {
        long us = 1_000;
        long ms = 1_000 * us;
        return of(
                100 * us,
                250 * us,
                500 * us,
                ms,
                2_500 * us,
                5 * ms,
                10 * ms,
                25 * ms,
                50 * ms,
                100 * ms,
                250 * ms,
                500 * ms,
                1_000 * ms,
                2_500 * ms,
                10_000 * ms);
    }

    /** Sizes in buckets by powers of four. */
    public static Histogram sizes() {
        return of(1L, 4L, 16L, 64L, 256L, 1_024L, 4_096L, 16_384L, 65_536L);
    }

    /** Counts a figure; one thread. */
    public void record(long figure) {
        int bucket = 0;
        while (bucket < ascending.length && figure > ascending[bucket]) {
            bucket++;
        }
        add(bucket, 1);
        add(ascending.length + 1, figure);
    }

    private void add(int cell, long amount) {
        cells.lazySet(cell, cells.get(cell) + amount);
    }

    /** What has been counted so far. */
    public Distribution distribution() {
        List<Long> counts = new ArrayList<>();
        for (int i = 0; i <= ascending.length; i++) {
            counts.add(cells.get(i));
        }
        return new Distribution(bounds, counts, cells.get(ascending.length + 1));
    }
}
