package io.greenpark.store.books;

import io.greenpark.park.reading.Sample;
import io.greenpark.park.reading.SampleWindow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the samples of many points in one pass. The hot table is ordered by time, so asking it for one point after the
 * other means walking over the samples of all points each time.
 */
final class MultiPointScan {
    private final PointIdDictionary.InTransaction points;
    private final StoreDay days;
    private final HotTable hot;
    private final CompactedDays compacted;

    MultiPointScan(PointIdDictionary.InTransaction points, StoreDay days, HotTable hot, CompactedDays compacted) {
        this.points = points;
        this.days = days;
        this.hot = hot;
        this.compacted = compacted;
    }

    /** What was read so far, by point number, up to the most samples allowed. */
    static final class ScanResult {
        private final Map<Integer, List<StoredSample>> byPoint = new HashMap<>();
        private int room;
        private long toMs;

        private ScanResult(long toMs, int room) {
            this.toMs = toMs;
            this.room = room;
        }

        /** Keeps a sample; false if there was no room, and then nothing of its time or later counts. */
        boolean add(int point, StoredSample sample) {
            if (--room < 0) {
                toMs = sample.timeMs();
                return false;
            }
            byPoint.computeIfAbsent(point, p -> new ArrayList<>()).add(sample);
            return true;
        }
    }

    SampleWindow read(Collection<String> pointIds, long fromMs, long toMs, int maxSamples) throws SQLException {
        TreeMap<Integer, String> ids = new TreeMap<>();
        for (String id : pointIds) {
            Integer number = points.find(id);
            if (number != null) {
                ids.put(number, id);
            }
        }
        ScanResult result = new ScanResult(Math.max(fromMs, toMs), maxSamples);
        if (!ids.isEmpty() && fromMs < toMs) {
            boolean merged = readCompacted(ids.keySet(), fromMs, result);
            hot.window(ids.keySet(), fromMs, result.toMs, result);
            return window(ids, fromMs, result, merged);
        }
        return new SampleWindow(fromMs, result.toMs, Map.of());
    }

    /** Whole days, oldest first, as long as there is room; tells whether there were any. */
    private boolean readCompacted(Collection<Integer> numbers, long fromMs, ScanResult result) throws SQLException {
        boolean any = false;
        int last = days.of(result.toMs - 1);
        for (int day = days.of(fromMs); day <= last && compacted.reach(day); day++) {
            Map<Integer, List<StoredSample>> packed = compacted.day(numbers, day);
            int samples = packed.values().stream().mapToInt(List::size).sum();
            if (samples > result.room) {
                result.toMs = Math.max(fromMs, StoreDay.startMs(day));
                return any;
            }
            any |= samples > 0;
            packed.forEach((point, stored) -> stored.forEach(s -> result.add(point, s)));
        }
        return any;
    }

    private static SampleWindow window(Map<Integer, String> ids, long fromMs, ScanResult result, boolean merged) {
        Map<String, List<Sample>> samples = new HashMap<>();
        result.byPoint.forEach((point, stored) -> {
            if (merged) {
                stored.sort(Comparator.comparingLong(StoredSample::timeMs));
            }
            List<Sample> inside = new ArrayList<>(stored.size());
            for (StoredSample s : stored) {
                if (s.timeMs() >= fromMs && s.timeMs() < result.toMs) {
                    inside.add(s.sample());
                }
            }
            String id = ids.get(point);
            if (id != null && !inside.isEmpty()) {
                samples.put(id, inside);
            }
        });
        return new SampleWindow(fromMs, result.toMs, samples);
    }
}
