package io.greenpark.store.books;

import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.reading.ReadingStore.Change;
import io.greenpark.park.reading.ReadingStore.Touched;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One batch on its way into the set. What is new goes in with one batched insert; the few that meet a sample already
 * there are then settled one by one, in log order.
 */
final class BatchUpsert {
    private final PointIdDictionary.InTransaction points;
    private final StoreDay days;
    private final HotTable hot;
    private final CompactedDays compacted;
    private final DayRanges dayRanges;
    private final Superseded superseded;
    private @Nullable Change[] changes = new Change[0];

    BatchUpsert(
            PointIdDictionary.InTransaction points,
            StoreDay days,
            HotTable hot,
            CompactedDays compacted,
            DayRanges dayRanges,
            Superseded superseded) {
        this.points = points;
        this.days = days;
        this.hot = hot;
        this.compacted = compacted;
        this.dayRanges = dayRanges;
        this.superseded = superseded;
    }

    /**
     * Readings of one batch lie side by side in the log, so the one {@code i} before the last has an offset of at most
     * {@code last - i}; where damaged rows lie between them that is a bound which still keeps their order.
     */
    List<Touched> run(List<Reading> readings, Position last) throws SQLException {
        int n = readings.size();
        changes = new Change[n];
        NewSamples fresh = new NewSamples(n);
        for (int i = 0; i < n; i++) {
            Reading r = readings.get(i);
            int point = points.of(r.pointId());
            StoredSample sample =
                    new StoredSample(r.timeMs(), r.value(), r.flag(), r.arrivalMs(), last.offset() - (n - 1 - i));
            int day = days.of(r.timeMs());
            StoredSample packed = compacted.reach(day) ? find(compacted.day(point, day), r.timeMs()) : null;
            if (packed == null) {
                fresh.add(i, point, sample);
            } else {
                changes[i] = settleCompacted(point, day, packed, sample);
            }
        }
        compacted.flush();
        insert(fresh);
        dayRanges.flush();
        return touched(readings);
    }

    private void insert(NewSamples fresh) throws SQLException {
        boolean[] inserted = hot.insert(fresh.points, fresh.samples);
        for (int k = 0; k < inserted.length; k++) {
            StoredSample sample = fresh.samples.get(k);
            if (inserted[k]) {
                changes[fresh.index[k]] = Change.NEW;
                dayRanges.grow(fresh.points[k], days.of(sample.timeMs()), sample.timeMs());
            } else {
                changes[fresh.index[k]] = settleHot(fresh.points[k], sample);
            }
        }
    }

    /** Of two differing values the later position counts; the other is evidence. */
    private @Nullable Change settleHot(int point, StoredSample sample) throws SQLException {
        StoredSample held = hot.at(point, sample.timeMs());
        if (held == null) {
            throw new IllegalStateException("books: a sample refused as held already is not there");
        }
        boolean later = sample.pos() > held.pos();
        if (held.sameValue(sample)) {
            if (later) {
                hot.replace(point, held.at(sample.pos()));
            }
            return null;
        }
        superseded.keep(point, later ? held : sample);
        if (!later) {
            return null;
        }
        hot.replace(point, sample);
        return Change.CHANGED;
    }

    /** As {@link #settleHot}; the sample that wins moves to the hot table until the day is compacted again. */
    private @Nullable Change settleCompacted(int point, int day, StoredSample held, StoredSample sample)
            throws SQLException {
        boolean later = sample.pos() > held.pos();
        boolean same = held.sameValue(sample);
        if (!same) {
            superseded.keep(point, later ? held : sample);
        }
        if (!later) {
            return null;
        }
        List<StoredSample> others = new ArrayList<>(compacted.day(point, day));
        int index = others.indexOf(held);
        if (same) {
            others.set(index, held.at(sample.pos()));
        } else {
            others.remove(index);
            hot.insert(new int[] {point}, List.of(sample));
        }
        compacted.replace(point, day, others);
        return same ? null : Change.CHANGED;
    }

    private static @Nullable StoredSample find(List<StoredSample> samples, long timeMs) {
        int low = 0;
        int high = samples.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long at = samples.get(middle).timeMs();
            if (at == timeMs) {
                return samples.get(middle);
            }
            if (at < timeMs) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    /** One entry per (point, time); what was new and replaced within the batch is CHANGED, since there is evidence. */
    private List<Touched> touched(List<Reading> readings) {
        Map<PointTime, Touched> byKey = new LinkedHashMap<>();
        boolean changed = Arrays.asList(changes).contains(Change.CHANGED);
        List<Touched> all = new ArrayList<>();
        for (int i = 0; i < changes.length; i++) {
            Change change = changes[i];
            if (change != null) {
                Reading r = readings.get(i);
                Touched touched = new Touched(r.pointId(), r.timeMs(), change);
                all.add(touched);
                if (changed) {
                    byKey.put(new PointTime(r.pointId(), r.timeMs()), touched);
                }
            }
        }
        return changed ? List.copyOf(byKey.values()) : all;
    }

    private record PointTime(String point, long timeMs) {}

    /** Samples that no compacted day holds, with the index of their readings in the batch. */
    private static final class NewSamples {
        final int[] index;
        final List<StoredSample> samples;
        final int[] points;

        NewSamples(int size) {
            index = new int[size];
            points = new int[size];
            samples = new ArrayList<>(size);
        }

        void add(int reading, int point, StoredSample sample) {
            index[samples.size()] = reading;
            points[samples.size()] = point;
            samples.add(sample);
        }
    }
}
