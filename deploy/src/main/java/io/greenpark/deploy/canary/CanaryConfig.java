package io.greenpark.deploy.canary;

import io.greenpark.store.config.Problems;
import io.greenpark.store.config.Settings;
import java.time.Duration;

/**
 * Settings of the canary, section {@code canary}.
 *
 * @param enabled whether it is sent ({@code enabled}, default true)
 * @param every how long after one the next is sent ({@code every}, default 1m, 5s..1h)
 * @param within how long it may take the whole way ({@code within}, default 1m, 1s..1h)
 */
public record CanaryConfig(boolean enabled, Duration every, Duration within) {
    public static CanaryConfig from(Settings canary, Problems problems) {
        Duration minute = Duration.ofMinutes(1);
        Duration hour = Duration.ofHours(1);
        return new CanaryConfig(
                canary.flag("enabled", true, problems),
                canary.duration("every", minute, Duration.ofSeconds(5), hour, problems),
                canary.duration("within", minute, Duration.ofSeconds(1), hour, problems));
    }
}
