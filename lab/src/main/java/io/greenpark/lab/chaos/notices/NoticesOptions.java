package io.greenpark.lab.chaos.notices;

import java.nio.file.Path;

/**
 * What to do.
 *
 * @param kills how often the alerting process is killed
 * @param cases how many are raised and cleared, at least one a kill
 * @param seed repeats what receivers do and when the process is killed, as far as time lets it
 * @param dir where the run keeps its folder
 */
public record NoticesOptions(int kills, int cases, long seed, Path dir) {
    /** Cases that are raised between two kills. */
    int portion() {
        return (cases + kills - 1) / kills;
    }
}
