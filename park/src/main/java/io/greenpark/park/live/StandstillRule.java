package io.greenpark.park.live;

import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import java.time.Duration;
import java.time.Instant;

/**
 * Data that stand still while messages arrive: a gateway that sends its last value again and again with the old time, say.
 * They do once messages have arrived for longer than allowed since the newest data time was last moved on, and that time is
 * older than allowed; a device that back-fills moves on. They do no longer once newer data come, also if the device has
 * fallen silent in between.
 *
 * @param times how often the device's {@code silenceAfter}, or how often a value of the point is due if that is longer, is
 *     allowed
 */
public record StandstillRule(int times) {
    /** Twice as long as a device may be silent. */
    public static StandstillRule standard() {
        return new StandstillRule(2);
    }

    /** For how long the data of a point may stand still. */
    public Duration allowed(Device device, Point point) {
        PointFacts facts = point.currentFacts();
        Duration due =
                facts.period().compareTo(facts.expectedInterval()) > 0 ? facts.period() : facts.expectedInterval();
        Duration longer = due.compareTo(device.silenceAfter()) > 0 ? due : device.silenceAfter();
        return longer.multipliedBy(times);
    }

    /**
     * Whether the data of a point stand still.
     *
     * @param until up to when all that has arrived is known
     */
    public boolean standsStill(PointSign sign, Device device, Point point, Instant until) {
        Instant ended = point.endedAt();
        return (ended == null || ended.isAfter(until)) && stoodStill(sign, device, point, until);
    }

    /** The same, whether or not the point has ended. */
    public boolean stoodStill(PointSign sign, Device device, Point point, Instant until) {
        if (point.currentFacts().kind() == PointKind.STATE) {
            return false;
        }
        long allowed = allowed(device, point).toMillis();
        Long moved = sign.movedMs();
        // Where it was never seen to move, its first message is not known; how old it was when it arrived last is.
        long stoodMs = sign.arrivalMs() - (moved == null ? sign.timeMs() : moved);
        return stoodMs > allowed && until.toEpochMilli() - sign.timeMs() > allowed;
    }

    /** Whether the newest data of a point are older than allowed, whatever arrives: they stand still, or only the past is sent. */
    public boolean isOld(PointSign sign, Device device, Point point, Instant until) {
        return point.currentFacts().kind() != PointKind.STATE
                && until.toEpochMilli() - sign.timeMs() > allowed(device, point).toMillis();
    }

    /** Whether people are told: not of what stood still before anyone watched. */
    public static boolean tells(PointSign sign) {
        return sign.movedMs() != null;
    }
}
