package io.greenpark.lab.bench.soak;

import io.greenpark.lab.load.AckLatency;
import java.util.Map;

/**
 * One look at the server.
 *
 * @param second since sending began
 * @param residentBytes what the process holds
 * @param heapBytes heap in use, garbage included
 * @param keptHeapBytes heap in use right after a collection of the whole heap was asked for; 0 if none was
 * @param directBytes direct buffers
 * @param lags of each reader, in what it counts
 * @param latency from due to acknowledged, of the messages acknowledged since the sample before
 * @param readingsPerSecond acknowledged since the sample before
 * @param cpus processors kept busy since the sample before
 * @param diskBytes files of the data folder
 * @param files open files and sockets
 * @param threads live threads
 */
record SoakSample(
        double second,
        long residentBytes,
        long heapBytes,
        long keptHeapBytes,
        long directBytes,
        Map<String, Long> lags,
        AckLatency latency,
        double readingsPerSecond,
        double cpus,
        long diskBytes,
        long files,
        long threads) {
    SoakSample {
        lags = Map.copyOf(lags);
    }
}
