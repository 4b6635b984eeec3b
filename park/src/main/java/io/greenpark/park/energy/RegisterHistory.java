package io.greenpark.park.energy;

import io.greenpark.park.energy.EnergyHourCalculation.Rework;
import io.greenpark.park.time.ParkTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the samples of a register came to.
 *
 * @param restarts what holds after each sample, in order of time
 * @param settledMs no later sample changes a rise that ends before this time, unless it says so ({@link Rework})
 * @param needsFromMs from when on the samples were needed to be sure; null if those given were enough
 * @param reworks where what came later changed what had been booked long before
 */
record RegisterHistory(
        List<RegisterRise> rises,
        List<Restart> restarts,
        long settledMs,
        @Nullable Long needsFromMs,
        List<Rework> reworks,
        List<RegisterFinding> findings) {
    /** Of a point that is no register. */
    static final RegisterHistory NONE =
            new RegisterHistory(List.of(), List.of(), Long.MAX_VALUE, null, List.of(), List.of());

    /**
     * From which sample on a run comes to the same state after the samples up to a time.
     *
     * @param restartMs null if there is none
     * @param farther whether the sample itself was judged by values farther back than those after it need
     */
    record Restart(long timeMs, @Nullable Long restartMs, boolean farther) {}

    /** The restart that holds at the end of an hour; null if there is none. */
    @Nullable
    Long restartAt(long endMs) {
        int i = firstFrom(endMs) - 1;
        Long restart = i < 0 ? null : restarts.get(i).restartMs();
        for (; restart != null && i >= 0 && restarts.get(i).timeMs() >= endMs - ParkTime.HOUR_MS; i--) {
            if (restarts.get(i).farther()) {
                Long farther = restarts.get(i).restartMs();
                restart = farther == null ? null : (Long) Math.min(restart, farther);
            }
        }
        return restart;
    }

    private int firstFrom(long timeMs) {
        int low = 0;
        int high = restarts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (restarts.get(middle).timeMs() < timeMs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
