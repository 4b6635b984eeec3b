package io.greenpark.operations.status;

import io.greenpark.park.deadletter.RejectReason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the doors share.
 *
 * @param inFlight readings and refusals not yet durable
 * @param limit how many there may be before connections are held back
 * @param trouble why nothing was acknowledged when last tried; null if it was
 * @param doors what has passed each kind of door
 */
public record IntakeStatus(
        long inFlight, long limit, @Nullable String trouble, List<DoorTraffic> doors) {
    public IntakeStatus {
        doors = List.copyOf(doors);
    }

    /**
     * What has passed one kind of door since the process began.
     *
     * @param retained messages passed over, as a broker had retained them
     * @param refusals every reason is present
     */
    public record DoorTraffic(
            String door, long messages, long readings, long retained, Map<RejectReason, Long> refusals) {
        public DoorTraffic {
            refusals = Map.copyOf(refusals);
        }
    }
}
