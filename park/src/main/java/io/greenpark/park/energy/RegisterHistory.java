package io.greenpark.park.energy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the samples of a register came to.
 *
 * @param settledMs no later sample changes a rise that ends before this time
 */
record RegisterHistory(List<RegisterRise> rises, List<Checkpoint> checkpoints, long settledMs) {
    /** The restart that holds after the samples up to a time; null while a value is set aside. */
    record Checkpoint(long timeMs, @Nullable Long restartMs) {}
}
