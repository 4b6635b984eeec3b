package io.greenpark.lab.bench.rules;

import java.nio.file.Path;

/**
 * What is measured.
 *
 * @param points outlet points, each with a value a minute
 * @param rules rules beside those for the whole district
 * @param seconds for how long, with rules and without
 * @param folder where the books lie
 */
public record RulesOptions(int points, int rules, int seconds, Path folder) {}
