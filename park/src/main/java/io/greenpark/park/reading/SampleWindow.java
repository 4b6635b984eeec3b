package io.greenpark.park.reading;

import java.util.List;
import java.util.Map;

/**
 * All samples of some points in {@code [fromMs, toMs)}.
 *
 * @param samples by point, oldest first; a point without any is not in it
 */
public record SampleWindow(long fromMs, long toMs, Map<String, List<Sample>> samples) {
    public SampleWindow {
        samples = Map.copyOf(samples);
    }

    /** The samples of one of the points it was read for. */
    public List<Sample> of(String pointId) {
        return samples.getOrDefault(pointId, List.of());
    }
}
