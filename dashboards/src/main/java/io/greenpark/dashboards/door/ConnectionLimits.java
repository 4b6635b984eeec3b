package io.greenpark.dashboards.door;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Duration;

/**
 * What clients of the HTTP port may take up.
 *
 * @param most connections at a time ({@code maxConnections}, default 1000); fewer where the process may not open as many
 *     descriptors
 * @param mostPerAddress connections at a time from one address ({@code maxConnectionsPerAddress}, default 200); named proxies
 *     are exempt
 * @param headTimeout how long a client may take for the head of a request, TLS handshake included ({@code headerTimeout},
 *     default 10s)
 * @param bodyTimeout how long it may take for the body, and to take in the answer ({@code bodyTimeout}, default 1m)
 */
public record ConnectionLimits(int most, int mostPerAddress, Duration headTimeout, Duration bodyTimeout) {
    private static final ConnectionLimits STANDARD =
            new ConnectionLimits(1_000, 200, Duration.ofSeconds(10), Duration.ofMinutes(1));

    /** The limits of an installation that sets none. */
    public static ConnectionLimits standard() {
        return STANDARD;
    }

    /** Reads them from the section {@code http}; every fault goes to {@code problems}. */
    public static ConnectionLimits from(Settings section, Problems problems) {
        return new ConnectionLimits(
                section.integer("maxConnections", STANDARD.most, 8, 20_000, problems),
                section.integer("maxConnectionsPerAddress", STANDARD.mostPerAddress, 4, 20_000, problems),
                section.duration(
                        "headerTimeout", STANDARD.headTimeout, Duration.ofSeconds(1), Duration.ofMinutes(5), problems),
                section.duration(
                        "bodyTimeout", STANDARD.bodyTimeout, Duration.ofSeconds(1), Duration.ofHours(1), problems));
    }
}
