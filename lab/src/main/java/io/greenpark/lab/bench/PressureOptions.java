package io.greenpark.lab.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What to measure.
 *
 * @param connections numbers of connections, a row each; every connection is a device of ten points
 * @param messages messages of a row in all
 * @param window messages of a connection that may be unacknowledged at a time
 * @param stall how long commits stand still, once a quarter of the messages is acknowledged
 * @param heapMb the server's heap
 * @param dir where the servers keep their files; on the disk that is to be measured
 */
public record PressureOptions(
        List<Integer> connections, int messages, int window, Duration stall, int heapMb, Path dir) {
    /** The longest stall that the log waits out; see {@link CommitStall}. */
    public static final Duration LONGEST_STALL = Duration.ofSeconds(8);

    public PressureOptions {
        connections = List.copyOf(connections);
    }

    List<String> jvm() {
        return List.of("-Xmx" + heapMb + "m", "-XX:MaxDirectMemorySize=" + directMb() + "m");
    }

    int directMb() {
        return heapMb / 2;
    }
}
