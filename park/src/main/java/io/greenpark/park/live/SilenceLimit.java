package io.greenpark.park.live;

import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.Registry;
import java.time.Duration;
import java.util.Collection;

/**
 * How long nothing may arrive from a device, and why it is that. The registry keeps the length alone: where it is what would
 * be assumed, that is the reason.
 *
 * @param longestInterval the longest interval at which a point of the device is expected to send
 */
public record SilenceLimit(Duration length, Why why, Duration longestInterval) {
    /** A device is silent after so many of its longest expected intervals, if the registry does not say when. */
    public static final int INTERVALS = 3;

    /** The shortest that is assumed. */
    public static final Duration SHORTEST = Duration.ofHours(1);

    public enum Why {
        /** The registry says so. */
        STATED,
        /** It is {@link #INTERVALS} times the longest expected interval. */
        FROM_INTERVAL,
        /** It is the shortest that is assumed, since the intervals ask for less. */
        SHORTEST
    }

    /** That of a device. */
    public static SilenceLimit of(Registry registry, Device device) {
        Collection<Duration> intervals = registry.pointsOfDevice(device.id()).values().stream()
                .map(p -> p.currentFacts())
                .map(PointFacts::expectedInterval)
                .toList();
        Duration longest = longest(intervals);
        Why why = Why.STATED;
        if (device.silenceAfter().equals(assumed(intervals))) {
            why = device.silenceAfter().equals(longest.multipliedBy(INTERVALS)) ? Why.FROM_INTERVAL : Why.SHORTEST;
        }
        return new SilenceLimit(device.silenceAfter(), why, longest);
    }

    /** What is assumed where the registry says nothing, by the expected intervals of the device's points. */
    public static Duration assumed(Collection<Duration> intervals) {
        Duration several = longest(intervals).multipliedBy(INTERVALS);
        return several.compareTo(SHORTEST) < 0 ? SHORTEST : several;
    }

    private static Duration longest(Collection<Duration> intervals) {
        return intervals.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
