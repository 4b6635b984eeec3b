package io.greenpark.park.live;

import io.greenpark.park.reading.Door;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A door as silence sees it: nothing can be said of a device for the time in which the door it uses was shut, or its broker
 * away.
 *
 * @param name unique among the doors: {@code mqtt}, {@code broker plant}
 * @param address where it listens or what it is connected to
 */
public record ListeningDoor(Door door, String name, String address, Standing standing, Devices devices) {
    /**
     * Whether a door takes messages.
     *
     * @param since since when it has, or has not, without a break
     * @param problem why it does not, in words; null if it does or that is not known
     */
    public record Standing(
            boolean open, Instant since, @Nullable String problem) {
        public static Standing open(Instant since) {
            return new Standing(true, since, null);
        }

        public static Standing shut(Instant since, @Nullable String problem) {
            return new Standing(false, since, problem);
        }
    }

    /** Which devices come by a door. Any thread may ask. */
    public interface Devices {
        /** All that the registry knows may. */
        Devices ALL = deviceId -> true;

        /** Whether a device may come by it. */
        boolean mayCome(String deviceId);

        /** When a device last did, epoch milliseconds; null if it has not since the process began, or that is not noted. */
        default @Nullable Long lastArrivalMs(String deviceId) {
            return null;
        }
    }

    public boolean open() {
        return standing.open();
    }
}
