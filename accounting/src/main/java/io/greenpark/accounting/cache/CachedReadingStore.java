package io.greenpark.accounting.cache;

import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.reading.SampleWindow;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The set of readings through a {@link ReadingCache}: the same answers, without asking the set where the cache knows. Bound
 * to one transaction as the set is; the cache outlives it. Lists of samples are good until the next put.
 */
public final class CachedReadingStore implements ReadingStore {
    private final ReadingStore set;
    private final ReadingCache cache;
    private final RecentSamples recent;
    private final PrefetchedWindows prefetched;

    CachedReadingStore(ReadingStore set, ReadingCache cache, RecentSamples recent, PrefetchedWindows prefetched) {
        this.set = set;
        this.cache = cache;
        this.recent = recent;
        this.prefetched = prefetched;
    }

    /** Where the transaction is rolled back, the cache must be {@linkplain ReadingCache#invalidate invalidated}. */
    @Override
    public List<Touched> put(List<Reading> readings, Position last) {
        List<Touched> touched = set.put(readings, last);
        cache.upserted(readings);
        return touched;
    }

    @Override
    public List<Sample> range(String pointId, long fromMs, long toMs) {
        if (recent.holdsFrom(pointId, fromMs) || extendedBackTo(pointId, fromMs)) {
            return recent.range(pointId, fromMs, toMs);
        }
        List<Sample> samples = prefetched.range(pointId, fromMs, toMs);
        if (samples != null) {
            return samples;
        }
        List<Sample> read = set.range(pointId, fromMs, toMs);
        if (fromMs < toMs) {
            recent.rememberIfNewest(set, pointId, fromMs, toMs, read);
        }
        return read;
    }

    /** Reads what lies before the remembered samples of a point; false if there are none, or no room for more. */
    private boolean extendedBackTo(String pointId, long fromMs) {
        if (!recent.holds(pointId)) {
            return false;
        }
        List<Sample> earlier = set.range(pointId, fromMs, recent.sinceMs(pointId));
        recent.keep(pointId, fromMs, recent.allAfter(pointId, earlier));
        return recent.holdsFrom(pointId, fromMs);
    }

    @Override
    public Optional<Sample> firstFrom(String pointId, long timeMs) {
        if (recent.holdsFrom(pointId, timeMs)) {
            return recent.firstFrom(pointId, timeMs);
        }
        SampleWindow window = prefetched.at(pointId, timeMs);
        if (window == null) {
            return set.firstFrom(pointId, timeMs);
        }
        List<Sample> samples = window.of(pointId);
        int first = PrefetchedWindows.firstFrom(samples, timeMs);
        return first < samples.size() ? Optional.of(samples.get(first)) : set.firstFrom(pointId, window.toMs());
    }

    @Override
    public SampleWindow window(Collection<String> pointIds, long fromMs, long toMs, int maxSamples) {
        return set.window(pointIds, fromMs, toMs, maxSamples);
    }

    @Override
    public Optional<Sample> lastBefore(String pointId, long timeMs) {
        return set.lastBefore(pointId, timeMs);
    }

    @Override
    public Optional<Sample> latest(String pointId) {
        return set.latest(pointId);
    }

    @Override
    public Map<String, Sample> latest(Collection<String> pointIds) {
        return set.latest(pointIds);
    }

    @Override
    public List<Sample> superseded(String pointId, long fromMs, long toMs) {
        return set.superseded(pointId, fromMs, toMs);
    }

    @Override
    public long count() {
        return set.count();
    }

    /** Changes how the set stores samples, not which. */
    @Override
    public int compact(LocalDate day, int maxPoints) {
        return set.compact(day, maxPoints);
    }
}
