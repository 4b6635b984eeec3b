package io.greenpark.park.live;

import org.jspecify.annotations.Nullable;

/**
 * How the data of a point go on.
 *
 * @param arrivalMs when its newest reading arrived, to about a minute, epoch milliseconds
 * @param timeMs its newest data time, epoch milliseconds
 * @param movedMs when that was last moved on, by arrival; null if it has not been since this is watched
 */
public record PointSign(
        String pointId,
        String deviceId,
        long arrivalMs,
        long timeMs,
        @Nullable Long movedMs) {}
