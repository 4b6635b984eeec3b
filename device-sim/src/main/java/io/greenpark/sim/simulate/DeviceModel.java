package io.greenpark.sim.simulate;

import io.greenpark.sim.data.Measured;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one device sends. Asked in time order by one thread. */
public interface DeviceModel {
    String deviceId();

    /** The gateway that speaks for it; null if it speaks for itself. */
    @Nullable
    String gatewayId();

    /** What it has to say since it was asked last, up to and including {@code at}; empty when nothing is due. */
    List<Measured> until(Instant at);
}
