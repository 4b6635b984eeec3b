package io.greenpark.ingest.intake;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Duration;

/**
 * Settings of admission and intake, section {@code intake}. "In flight" are readings and refusals not yet durable; a
 * refusal weighs by its text.
 *
 * @param clockTolerance how far a device's clock may run ahead ({@code clockTolerance}, default 5m, 0s..1d)
 * @param maxInFlight in flight in all ({@code maxInFlight}, default 60000: below what log and dead letters queue by
 *     themselves)
 * @param maxInFlightPerConnection in flight per connection; beyond it the connection is not read from ({@code
 *     maxInFlightPerConnection}, default 4000)
 */
public record IntakeConfig(Duration clockTolerance, int maxInFlight, int maxInFlightPerConnection) {
    /** The defaults. */
    public static final IntakeConfig DEFAULT = new IntakeConfig(Duration.ofMinutes(5), 60_000, 4_000);

    public static IntakeConfig from(Settings section, Problems problems) {
        return new IntakeConfig(
                section.duration("clockTolerance", DEFAULT.clockTolerance, Duration.ZERO, Duration.ofDays(1), problems),
                section.integer("maxInFlight", DEFAULT.maxInFlight, 1_000, 10_000_000, problems),
                section.integer("maxInFlightPerConnection", DEFAULT.maxInFlightPerConnection, 1, 1_000_000, problems));
    }
}
