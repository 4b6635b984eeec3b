package io.greenpark.lab.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is sent: message {@code n} of a device carries one reading of each of its points, at {@code startMs + n * stepMs}.
 * A value follows from point and time alone, so that a reading that is found later can be compared with the one sent.
 */
public record LedgerLoad(List<LedgerDevice> devices) {
    private static final long INTERVAL_SPREAD = 1_000;
    private static final long REGISTER_STEP = 300;
    private static final long GAUGE_SPREAD = 1_000;
    private static final long GAUGE_HIGH = 6_000;
    private static final long GAUGE_LOW = 2_000;
    private static final int EPISODE_MESSAGES = 60;
    private static final int EPISODES = 5;
    private static final int HIGH_EPISODES = 2;

    public LedgerLoad {
        devices = List.copyOf(devices);
    }

    /** How the values of a point go. */
    public enum ValueKind {
        /** An amount, 0.00 to 9.99. */
        INTERVAL,
        /** A register that only grows, by 3 per message on average. */
        REGISTER,
        /** About 20 to 30 for three hours, then about 60 to 70 for two, at one message per minute. */
        GAUGE
    }

    /** A point under the key its device sends. */
    public record LedgerPoint(String name, String pointId, ValueKind kind) {}

    /**
     * A sending device.
     *
     * @param messages how many it has to send in all
     * @param perSecond how many are due each second
     */
    public record LedgerDevice(
            String id, long startMs, long stepMs, long messages, double perSecond, List<LedgerPoint> keys) {
        public LedgerDevice {
            keys = List.copyOf(keys);
        }

        public long timeMs(long sequence) {
            return startMs + sequence * stepMs;
        }

        /** The message of a time; negative if there is none. */
        public long sequence(long timeMs) {
            long after = timeMs - startMs;
            return after >= 0 && after % stepMs == 0 && after / stepMs < messages ? after / stepMs : -1;
        }
    }

    /** The position of a point in the load. */
    public record PointIndex(int device, int key) {}

    /** Places by point id. */
    public Map<String, PointIndex> places() {
        Map<String, PointIndex> places = new HashMap<>();
        for (int d = 0; d < devices.size(); d++) {
            List<LedgerPoint> keys = devices.get(d).keys();
            for (int k = 0; k < keys.size(); k++) {
                @Nullable PointIndex former = places.put(keys.get(k).pointId(), new PointIndex(d, k));
                if (former != null) {
                    throw new IllegalArgumentException(
                            "point \"" + keys.get(k).pointId() + "\" appears twice in the load");
                }
            }
        }
        return places;
    }

    /** The value of a reading in hundredths. */
    public long hundredths(int device, int key, long sequence) {
        long mixed = mix(((long) device << 8 | key) << 40 ^ sequence) >>> 1;
        return switch (devices.get(device).keys().get(key).kind()) {
            case INTERVAL -> mixed % INTERVAL_SPREAD;
            case REGISTER -> sequence * REGISTER_STEP + mixed % REGISTER_STEP;
            case GAUGE -> (high(device, key, sequence) ? GAUGE_HIGH : GAUGE_LOW) + mixed % GAUGE_SPREAD;
        };
    }

    private static boolean high(int device, int key, long sequence) {
        return Math.floorMod(sequence / EPISODE_MESSAGES + device + key, EPISODES) < HIGH_EPISODES;
    }

    /** The value as it is read back. */
    public double value(int device, int key, long sequence) {
        return hundredths(device, key, sequence) / 100.0;
    }

    /** Spreads neighbours far apart (the finishing steps of SplitMix64). */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
