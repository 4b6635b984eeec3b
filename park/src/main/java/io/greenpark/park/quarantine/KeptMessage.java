package io.greenpark.park.quarantine;

import io.greenpark.park.reading.Door;
import java.util.List;

/**
 * What one message said of one device, of what no point takes. Together it can be validated again as it was at the door: local times of
 * a message are read one after the other.
 *
 * @param door the door it came through
 * @param sender who sent it, proved
 * @param deviceId the device as sent; the registry may have none of that name, and such a name may be none that a device can have
 * @param arrivalMs when it came, epoch milliseconds
 * @param values at least one, in the order sent
 */
public record KeptMessage(Door door, ProvedSender sender, String deviceId, long arrivalMs, List<KeptValue> values) {
    public KeptMessage {
        values = List.copyOf(values);
    }

    /** The same without what some keys said, which may leave nothing. */
    public KeptMessage with(List<KeptValue> others) {
        return new KeptMessage(door, sender, deviceId, arrivalMs, others);
    }
}
