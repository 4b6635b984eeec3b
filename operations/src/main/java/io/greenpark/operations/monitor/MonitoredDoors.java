package io.greenpark.operations.monitor;

import io.greenpark.operations.status.IntakeStatus;
import io.greenpark.park.reading.DoorStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The doors; every supplier gives the present state.
 *
 * @param own the platform's own doors
 * @param brokers connections to brokers, which are others' machines
 * @param intake what the doors share
 */
public record MonitoredDoors(
        Supplier<List<DoorStatus>> own, Supplier<List<DoorStatus>> brokers, Supplier<IntakeStatus> intake) {
    List<DoorStatus> all() {
        List<DoorStatus> all = new ArrayList<>(own.get());
        all.addAll(brokers.get());
        return all;
    }
}
