package io.greenpark.ingest.admission;

import io.greenpark.park.deadletter.RejectReason;
import java.util.Map;

/**
 * How a door stands, for health and the console.
 *
 * @param name its name, e.g. {@code mqtt}, {@code broker plant-1}
 * @param address where it listens or what it is connected to
 * @param open whether messages can come in
 * @param connections connected senders
 * @param messages messages answered since the start
 * @param readings readings kept since the start
 * @param refusals refusals since the start, by reason
 * @param trouble what is wrong in words; empty if nothing is
 */
public record DoorStatus(
        String name,
        String address,
        boolean open,
        int connections,
        long messages,
        long readings,
        Map<RejectReason, Long> refusals,
        String trouble) {
    public DoorStatus {
        refusals = Map.copyOf(refusals);
    }
}
