package io.greenpark.sim.simulate;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one device sends. Asked in time order by one thread.
 *
 * @see Population
 */
public interface DeviceModel {
    String deviceId();

    /** The gateway that speaks for it; null if it speaks for itself. */
    @Nullable
    String gatewayId();

    /** From when on it has anything to say. */
    Instant start();

    /** The values it sends at a time, by key; empty when nothing is due. */
    Map<String, Double> at(Instant at);
}
