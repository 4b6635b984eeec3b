package io.greenpark.accounting.cache;

import io.greenpark.park.reading.Sample;
import io.greenpark.park.reading.SampleWindow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Windows of samples by point, as one pass over the set has read them. Good as long as nothing is put into the set. */
final class PrefetchedWindows {
    private final Map<String, SampleWindow> windows = new HashMap<>();

    void add(String point, SampleWindow window) {
        windows.put(point, window);
    }

    void clear() {
        windows.clear();
    }

    /** The window in which all samples of a point from a time on can be found, up to the window's end; null if none. */
    @Nullable
    SampleWindow at(String point, long timeMs) {
        SampleWindow window = windows.get(point);
        return window != null && timeMs >= window.fromMs() && timeMs < window.toMs() ? window : null;
    }

    /** The samples of a point in {@code [fromMs, toMs)}; null where a window does not hold them all. */
    @Nullable
    List<Sample> range(String point, long fromMs, long toMs) {
        SampleWindow window = windows.get(point);
        if (window == null || fromMs < window.fromMs() || toMs > window.toMs()) {
            return null;
        }
        List<Sample> samples = window.of(point);
        return samples.subList(firstFrom(samples, fromMs), firstFrom(samples, Math.max(fromMs, toMs)));
    }

    /** Index of the first sample at or after a time. */
    static int firstFrom(List<Sample> samples, long timeMs) {
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
