package io.greenpark.operations.canary;

import io.greenpark.config.setting.Durations;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
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

    /**
     * Checks the canary-missing rule against the canary: a probe that is still in time must not count as missing.
     *
     * @param missingAfter the value of {@code canary-missing.after}
     * @param alerts section {@code alerts}, which has it
     */
    public void check(Duration missingAfter, Settings alerts, Problems problems) {
        Duration together = every.plus(within);
        if (enabled && missingAfter.compareTo(together) <= 0) {
            String key = "canary-missing.after";
            problems.add(
                    alerts.place(key),
                    alerts.fullKey(key),
                    "\"" + Durations.write(missingAfter) + "\" is not allowed; accepted: longer than canary.every and"
                            + " canary.within together, which are " + Durations.write(together)
                            + "; lengthen it or shorten one of them");
        }
    }
}
