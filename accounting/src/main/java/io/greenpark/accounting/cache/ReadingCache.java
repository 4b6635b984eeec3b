package io.greenpark.accounting.cache;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.work.TimeRange;
import io.greenpark.accounting.work.UpsertListener;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.reading.SampleWindow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What is remembered of the set of readings from one transaction to the next: the newest samples of points that report
 * often, and, for one round of bookings, windows of samples read for many points at once. It must be told of everything
 * put into the set, and of every transaction that failed. Used by the one thread that books.
 */
public final class ReadingCache implements UpsertListener {
    /** Bounds the memory of one prefetch: some 40 bytes each. */
    private static final int MAX_PREFETCHED_SAMPLES = 500_000;
    /** Points whose times lie farther apart are read apart, so that one late reading does not widen the window of all. */
    private static final long MAX_GAP_MS = 6 * HOUR_MS;

    private final RecentSamples recent;
    private final PrefetchedWindows prefetched = new PrefetchedWindows();

    /** @param maxSamples how many samples of all points together to remember between bookings */
    public ReadingCache(long maxSamples) {
        this.recent = new RecentSamples(maxSamples);
    }

    /** Takes a part of the heap this process may have. */
    public static ReadingCache ofHeap() {
        return new ReadingCache(RecentSamples.maxSamplesOfHeap());
    }

    /** The set through this cache, for the transaction that {@code set} is bound to. */
    public CachedReadingStore over(ReadingStore set) {
        return new CachedReadingStore(set, this, recent, prefetched);
    }

    /** Reads the samples that points are about to be asked for, many points in one pass. */
    public void prefetch(ReadingStore set, Map<String, TimeRange> wanted) {
        prefetched.clear();
        List<WantedSamples> unknown = unknown(wanted);
        int room = MAX_PREFETCHED_SAMPLES;
        int begin = 0;
        for (int end = 1; end <= unknown.size() && room > 0; end++) {
            if (end == unknown.size()
                    || unknown.get(end).fromMs() - unknown.get(end - 1).fromMs() > MAX_GAP_MS) {
                room -= readWindow(set, unknown.subList(begin, end), room);
                begin = end;
            }
        }
    }

    /** Forgets what was prefetched; what points reported last stays. */
    public void dropPrefetched() {
        prefetched.clear();
    }

    private record WantedSamples(String point, long fromMs, long toMs) {}

    /** What has to be read, earliest first: of a remembered point most of what is wanted is there. */
    private List<WantedSamples> unknown(Map<String, TimeRange> wanted) {
        List<WantedSamples> unknown = new ArrayList<>();
        wanted.forEach((point, range) -> {
            recent.trim(point);
            if (!recent.holds(point)) {
                unknown.add(new WantedSamples(point, range.fromMs(), range.toMs()));
            }
        });
        unknown.sort(Comparator.comparingLong(WantedSamples::fromMs));
        return unknown;
    }

    /** Returns how many samples the window holds. */
    private int readWindow(ReadingStore set, List<WantedSamples> wanted, int maxSamples) {
        long fromMs = wanted.get(0).fromMs();
        long toMs = wanted.stream().mapToLong(WantedSamples::toMs).max().orElse(fromMs);
        List<String> points = wanted.stream().map(WantedSamples::point).toList();
        SampleWindow window = set.window(points, fromMs, toMs, maxSamples);
        for (WantedSamples w : wanted) {
            prefetched.add(w.point(), window);
            if (window.toMs() >= w.toMs()) {
                recent.rememberIfNewest(set, w.point(), window.fromMs(), window.toMs(), window.of(w.point()));
            }
        }
        return window.samples().values().stream().mapToInt(List::size).sum();
    }

    @Override
    public void upserted(List<Reading> readings) {
        prefetched.clear();
        recent.add(readings);
    }

    @Override
    public void invalidate() {
        prefetched.clear();
        recent.clear();
    }
}
