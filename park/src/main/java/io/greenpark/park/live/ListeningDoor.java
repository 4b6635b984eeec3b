package io.greenpark.park.live;

import io.greenpark.park.reading.Door;
import java.time.Duration;
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
     * @param past how it stood before
     */
    public record Standing(
            boolean open, Instant since, @Nullable String problem, ShutTimes past) {
        /** A door that opens for the first time. */
        public static Standing open(Instant since) {
            return new Standing(true, since, null, ShutTimes.openedAt(since));
        }

        /** A door that has not been open yet. */
        public static Standing shut(Instant since, @Nullable String problem) {
            return new Standing(false, since, problem, ShutTimes.NEVER_OPEN);
        }

        /** The same door, open from an instant on, if it is not already. */
        public Standing opened(Instant at) {
            return open ? this : new Standing(true, at, null, past.and(since, at));
        }

        /** The same door, shut from an instant on, if it is not already. */
        public Standing shutAt(Instant at, @Nullable String why) {
            return new Standing(false, open ? at : since, why, past);
        }

        /** From when on silence counts through a door that is open now: what began before is later by the time it was shut. */
        public Instant countedFrom(Instant begin) {
            Instant first = past.firstOpened();
            Instant from = first != null && first.isAfter(begin) ? first : begin;
            Duration away = past.shutSince(from);
            return from.plus(away);
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
