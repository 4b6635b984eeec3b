package io.greenpark.operations.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The status of the canary, whose synthetic readings (probes) travel the whole way.
 *
 * @param every how often a probe is sent
 * @param within how long a probe may take
 * @param sent how many were sent since the process began
 * @param arrived how many arrived within their time
 * @param missing how many did not
 * @param lastSent when the newest was sent; null before the first
 * @param lastArrived when the newest that arrived was sent; null before the first
 * @param stages how long the newest that was judged took to each stage it reached
 * @param problem why the newest that was judged did not arrive, in words; null if it did
 */
public record CanaryStatus(
        Duration every,
        Duration within,
        long sent,
        long arrived,
        long missing,
        @Nullable Instant lastSent,
        @Nullable Instant lastArrived,
        Map<Stage, Duration> stages,
        @Nullable String problem) {
    public CanaryStatus {
        stages = Map.copyOf(stages);
    }

    /** The stations of the way, in its order. */
    public enum Stage {
        /** The door answered: the reading is durable in the log. */
        ACKNOWLEDGED,
        /** The reading store has it. */
        STORED,
        /** The live state has heard the device. */
        HEARD,
        /** InfluxDB has answered for it. */
        INFLUX;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
