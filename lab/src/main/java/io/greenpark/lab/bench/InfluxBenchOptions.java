package io.greenpark.lab.bench;

import java.nio.file.Path;

/**
 * What to measure.
 *
 * @param readings readings in the log
 * @param rounds rounds that count, after one that does not
 * @param dir where log, books and servers keep their files
 */
public record InfluxBenchOptions(int readings, int rounds, Path dir) {}
