package io.greenpark.accounting.work;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.reading.SampleWindow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Samples of many points, read in one pass before they are booked one point after the other, and those that are
 * {@linkplain RecentSamples remembered} from the bookings before. What it does not hold is asked of the set itself, so it
 * makes nothing different, only quicker. Good as long as nothing is put into the set.
 */
public final class ReadingPrefetch {
    /** Bounds the memory: some 40 bytes each. */
    private static final int MOST_SAMPLES = 500_000;
    /** Points whose times lie farther apart are read apart, so that one late reading does not widen the window of all. */
    private static final long APART_MS = 6 * HOUR_MS;

    private final RecentSamples recent;
    private final Map<String, SampleWindow> windows = new HashMap<>();

    private ReadingPrefetch(RecentSamples recent) {
        this.recent = recent;
    }

    private record Wish(String point, TimeRange span) {}

    /** Reads the samples that points are about to be asked for. */
    public static ReadingPrefetch of(ReadingStore readings, Map<String, TimeRange> wanted, RecentSamples recent) {
        ReadingPrefetch ahead = new ReadingPrefetch(recent);
        List<Wish> wishes = new ArrayList<>();
        wanted.forEach((point, span) -> {
            recent.trim(point);
            // What is remembered reaches as far back as the last booking asked, which is mostly less than might be
            // wanted.
            if (!recent.knows(point)) {
                wishes.add(new Wish(point, span));
            }
        });
        wishes.sort(Comparator.comparingLong(w -> w.span().fromMs()));
        int room = MOST_SAMPLES;
        int begin = 0;
        for (int end = 1; end <= wishes.size(); end++) {
            if (end == wishes.size()
                    || wishes.get(end).span().fromMs()
                                    - wishes.get(end - 1).span().fromMs()
                            > APART_MS) {
                room -= ahead.read(readings, wishes.subList(begin, end), room);
                begin = end;
            }
        }
        return ahead;
    }

    private int read(ReadingStore readings, List<Wish> wishes, int room) {
        if (room <= 0) {
            return 0;
        }
        long to = wishes.stream().mapToLong(w -> w.span().toMs()).max().orElse(0);
        List<String> points = wishes.stream().map(Wish::point).toList();
        SampleWindow window = readings.window(points, wishes.get(0).span().fromMs(), to, room);
        for (Wish wish : wishes) {
            windows.put(wish.point(), window);
            if (window.toMs() >= wish.span().toMs()) {
                remember(readings, wish.point(), window.fromMs(), window.toMs(), window.of(wish.point()));
            }
        }
        return window.samples().values().stream().mapToInt(List::size).sum();
    }

    /** Remembers a point's samples of a time behind which there are none. */
    private void remember(ReadingStore readings, String point, long fromMs, long toMs, List<Sample> samples) {
        if (recent.hasRoomFor(samples.size()) && readings.firstFrom(point, toMs).isEmpty()) {
            recent.keep(point, fromMs, samples);
        }
    }

    /** As {@link ReadingStore#range}. */
    public List<Sample> range(ReadingStore readings, String point, long fromMs, long toMs) {
        if (recent.knows(point)) {
            if (!recent.knows(point, fromMs)) {
                recent.keep(point, fromMs, recent.with(point, earlier(readings, point, fromMs)));
            }
            if (recent.knows(point, fromMs)) {
                return recent.range(point, fromMs, toMs);
            }
        }
        SampleWindow window = windows.get(point);
        if (window != null && fromMs >= window.fromMs() && toMs <= window.toMs()) {
            List<Sample> samples = window.of(point);
            return samples.subList(firstFrom(samples, fromMs), firstFrom(samples, Math.max(fromMs, toMs)));
        }
        List<Sample> found = readings.range(point, fromMs, toMs);
        if (fromMs < toMs) {
            remember(readings, point, fromMs, toMs, found);
        }
        return found;
    }

    private List<Sample> earlier(ReadingStore readings, String point, long fromMs) {
        return readings.range(point, fromMs, recent.sinceMs(point));
    }

    /** As {@link ReadingStore#firstFrom}. */
    public Optional<Sample> firstFrom(ReadingStore readings, String point, long timeMs) {
        if (recent.knows(point, timeMs)) {
            return recent.firstFrom(point, timeMs);
        }
        SampleWindow window = windows.get(point);
        if (window == null || timeMs < window.fromMs() || timeMs >= window.toMs()) {
            return readings.firstFrom(point, timeMs);
        }
        List<Sample> samples = window.of(point);
        int first = firstFrom(samples, timeMs);
        return first < samples.size() ? Optional.of(samples.get(first)) : readings.firstFrom(point, window.toMs());
    }

    /** Place of the first sample at or after a time. */
    private static int firstFrom(List<Sample> samples, long timeMs) {
        int low = 0;
        int high = samples.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (samples.get(middle).timeMs() < timeMs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
