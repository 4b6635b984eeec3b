package io.greenpark.park.reading;

import io.greenpark.park.unit.Unit;

/**
 * One value as a device sent it: what a row of the log holds. Units and transformer ratios are applied when booking, by
 * the facts in force at {@code timeMs}; the record itself never changes.
 *
 * @param enterpriseId the enterprise the point belongs to; readings keep their order per enterprise
 * @param deviceId the device that measured
 * @param key the key as sent
 * @param pointId the point it belongs to; immutable, never reused
 * @param value the value as sent, finite; exact arithmetic takes its shortest decimal form
 *     ({@code BigDecimal.valueOf(value)})
 * @param unit the unit the point had when the value arrived
 * @param flag the data flag; {@link Flag#NORMAL} if none was sent
 * @param timeMs device time in epoch milliseconds; the arrival where the message had no time of its own
 * @param arrivalMs when the door took it in, epoch milliseconds
 * @param door which door
 */
public record Reading(
        String enterpriseId,
        String deviceId,
        String key,
        String pointId,
        double value,
        Unit unit,
        Flag flag,
        long timeMs,
        long arrivalMs,
        Door door) {
    public Reading {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("reading of point " + pointId + ": \"" + value
                    + "\" is not a finite number; admission refuses such values before they become readings");
        }
    }
}
