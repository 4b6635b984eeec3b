package io.greenpark.influx;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Series of which lines were refused lately. Their lines go out in requests of their own, so that a point that is refused
 * day after day costs one request per batch and not a search. A hint only: forgotten with the process, and as soon as the
 * server takes the series again. One thread.
 */
final class Suspects {
    private static final int MAX_SERIES = 50_000;

    private final Set<String> series = new HashSet<>();

    boolean isEmpty() {
        return series.isEmpty();
    }

    boolean contains(CharSequence line) {
        return !series.isEmpty() && series.contains(RefusedLine.series(line));
    }

    void add(List<RefusedLine> refused) {
        for (RefusedLine r : refused) {
            if (series.size() < MAX_SERIES) {
                series.add(r.series());
            }
        }
    }

    /** The server has taken all of these lines. */
    void clear(String body) {
        body.lines().map(RefusedLine::series).forEach(series::remove);
    }
}
