package io.greenpark.lab.bench;

import io.greenpark.lab.load.LoadResult;
import java.time.Duration;
import java.util.Map;

/**
 * One line of the table.
 *
 * @param whole from the first message to the moment when no reader had a lag
 * @param lags the largest lag of each reader
 */
record PipelineRun(
        String name,
        LoadResult load,
        Duration whole,
        Map<String, Long> lags,
        long residentBytes,
        Duration cpu,
        long diskBytes) {
    double readingsPerSecond() {
        return load.readings() * 1e9 / Math.max(1, whole.toNanos());
    }
}
