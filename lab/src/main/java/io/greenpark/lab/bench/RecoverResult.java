package io.greenpark.lab.bench;

import io.greenpark.lab.load.AckLatency;
import io.greenpark.lab.load.LoadResult;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param whole from the first connection to the last acknowledgement of the day
 * @param live how long live messages waited, by phase
 * @param influx what InfluxDB took, where there is one
 * @param readers what came of each reader, where there are some
 */
record RecoverResult(
        String name,
        LoadResult flood,
        Duration whole,
        Map<String, AckLatency> live,
        long residentBytes,
        Duration cpu,
        long diskBytes,
        @Nullable InfluxFootprint influx,
        @Nullable ReaderCatchUp readers) {
    double readingsPerSecond() {
        return flood.readings() * 1e9 / Math.max(1, whole.toNanos());
    }
}
