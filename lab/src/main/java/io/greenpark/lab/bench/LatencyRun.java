package io.greenpark.lab.bench;

import io.greenpark.lab.load.LoadResult;

/** One line of the table. */
record LatencyRun(String server, int rate, LoadResult result) {}
