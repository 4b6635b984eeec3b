package io.greenpark.lab.chaos;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What to do.
 *
 * @param kills how often the server is killed
 * @param spread time over which the faults spread, recoveries not counted
 * @param influx whether an InfluxDB runs beside the server and takes part
 * @param postgres whether the books lie at a PostgreSQL server, which is struck as well
 * @param seed repeats a plan
 * @param readingsPerSecond what the meters send
 * @param enterprises how many works send
 * @param dir where the run keeps its folder
 */
public record ChaosOptions(
        int kills,
        Duration spread,
        boolean influx,
        boolean postgres,
        long seed,
        int readingsPerSecond,
        int enterprises,
        Path dir) {}
