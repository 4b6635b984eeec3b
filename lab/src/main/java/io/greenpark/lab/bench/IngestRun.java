package io.greenpark.lab.bench;

import io.greenpark.lab.load.LoadResult;
import java.time.Duration;

/**
 * One line of the table.
 *
 * @param cpu processor time of the server over the whole load, warm-up included
 */
record IngestRun(String server, int values, LoadResult result, long residentBytes, Duration cpu) {}
