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
record Usage(Duration cpu, long residentBytes) {
    static final Usage NONE = new Usage(Duration.ZERO, 0);

    /** With a process that runs now. */
    Usage with(ServerProcess process) throws IOException {
        return new Usage(cpu.plus(process.cpu()), Math.max(residentBytes, process.residentBytes()));
    }
}
