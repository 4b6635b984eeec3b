package io.greenpark.lab.bench;

import java.time.Duration;

/**
 * One line of the table.
 *
 * @param before resident memory before the connections, warmed up and collected
 * @param peak the most it ever held
 * @param after resident memory with all connections, each having published, collected
 * @param collected whether garbage was collected before the memory was read
 */
record ConnectionsRun(
        String kind, int connections, Duration connect, long before, long peak, long after, boolean collected) {}
