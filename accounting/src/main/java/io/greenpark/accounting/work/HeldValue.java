package io.greenpark.accounting.work;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import org.jspecify.annotations.Nullable;

/**
 * A point whose newest value stands for now and, if nothing else comes, for some time after: hours that it reaches grow.
 *
 * @param fromMs up to when it is booked
 * @param untilMs how long it will stand at most
 * @param dueMs when it is to be booked again
 * @param booked the time that was booked: what was noted before of it is done
 */
public record HeldValue(String pointId, long fromMs, long untilMs, long dueMs, TimeRange booked) {
    /** What a booking at {@code nowMs} leaves; null where no value stands for longer. */
    public static @Nullable HeldValue of(String pointId, long nowMs, long heldToMs, TimeRange booked) {
        return heldToMs <= nowMs
                ? null
                : new HeldValue(pointId, nowMs, heldToMs, Math.min(heldToMs, nowMs + HOUR_MS), booked);
    }
}
