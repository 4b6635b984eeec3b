package io.greenpark.lab.bench.peers;

import io.greenpark.lab.machine.ServerProcess;
import java.io.IOException;
import java.time.Duration;

/**
 * What a process took, and those it came in place of.
 *
 * @param cpu all of them together
 * @param residentBytes the most that one of them held
 */
record ResourceUsage(Duration cpu, long residentBytes) {
    static final ResourceUsage NONE = new ResourceUsage(Duration.ZERO, 0);

    /** With a process that runs now. */
    ResourceUsage with(ServerProcess process) throws IOException {
        return new ResourceUsage(cpu.plus(process.cpu()), Math.max(residentBytes, process.residentBytes()));
    }
}
