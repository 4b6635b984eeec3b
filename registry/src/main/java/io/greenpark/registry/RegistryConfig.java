package io.greenpark.registry;

import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Duration;

/**
 * Settings of the registry's reload.
 *
 * @param watch whether changed files are read again while running
 * @param every how often the files are looked at; they are read when two looks find them the same
 * @param largestEndedShare the share of parks, enterprises, devices or points in use that files may end without anybody
 *     confirming it, 0 to 1
 */
public record RegistryConfig(boolean watch, Duration every, double largestEndedShare) {
    private static final Accepted<Double> SHARE = new Accepted<>("a share from 0 to 1, e.g. 0.1", text -> {
        double share = Double.parseDouble(text);
        return share >= 0 && share <= 1 ? share : null;
    });

    /** The settings when none are given. */
    public static RegistryConfig defaults() {
        return new RegistryConfig(true, Duration.ofSeconds(5), 0.1);
    }

    /** Reads the section {@code reload}. */
    public static RegistryConfig from(Settings settings, Problems problems) {
        RegistryConfig d = defaults();
        return new RegistryConfig(
                settings.flag("watch", d.watch, problems),
                settings.duration("every", d.every, Duration.ofSeconds(1), Duration.ofDays(1), problems),
                settings.value("largestEndedShare", SHARE, d.largestEndedShare));
    }
}
