package io.greenpark.lab.bench.registry;

import java.nio.file.Path;

/**
 * What is measured.
 *
 * @param points of each enterprise, the last two of them at an outlet
 * @param months of statistics, energy and intensity of each enterprise
 * @param edits of each kind
 * @param folder where the books are kept
 */
public record RegistryBenchOptions(int enterprises, int points, int months, int edits, Path folder) {}
