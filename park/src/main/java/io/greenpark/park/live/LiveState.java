package io.greenpark.park.live;

import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Latest sign of life per device, and how the data of each point go on. Bound to one transaction. Silence is judged by arrival time: a device that back-fills
 * old data is alive.
 */
public interface LiveState {
    /** Takes a batch in; idempotent, later arrivals win. */
    void observe(List<Reading> readings);

    /** All devices that ever sent something, by device id. */
    Map<String, Sign> all();

    /** That of one device; empty if it never sent anything. */
    Optional<Sign> of(String deviceId);

    /** How the data of all points go on that ever sent something, in the order of their devices. */
    List<PointSign> points();

    /**
     * The newest message of a device.
     *
     * @param arrivalMs when it arrived, epoch milliseconds
     * @param timeMs the newest device time in it, epoch milliseconds
     * @param door the door it came through
     */
    record Sign(String deviceId, long arrivalMs, long timeMs, Door door) {}
}
