package io.greenpark.operations.status;

import io.greenpark.park.quarantine.Quarantine;
import io.greenpark.park.quarantine.Quarantine.Overflow;
import io.greenpark.park.quarantine.WaitingDevice;
import java.util.List;

/**
 * What waits to be claimed.
 *
 * @param devices of which readings wait
 * @param readings that wait
 * @param dropped readings of devices that wait, and of senders with too many devices, that were not kept for want of room or of age
 * @param discarded devices that somebody said are not ours
 */
public record QuarantineCounts(long devices, long readings, long dropped, long discarded) {
    /** Of all there is. */
    public static QuarantineCounts of(Quarantine quarantine) {
        List<WaitingDevice> all = quarantine.devices();
        List<WaitingDevice> waiting =
                all.stream().filter(d -> d.discard() == null).toList();
        long beyond =
                quarantine.overflows().stream().mapToLong(Overflow::dropped).sum();
        return new QuarantineCounts(
                waiting.size(),
                waiting.stream().mapToLong(WaitingDevice::readings).sum(),
                beyond + waiting.stream().mapToLong(WaitingDevice::dropped).sum(),
                all.size() - waiting.size());
    }
}
