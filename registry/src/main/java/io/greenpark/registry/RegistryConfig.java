package io.greenpark.registry;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Duration;

/**
 * Settings of the registry's reload.
 *
 * @param watch whether changed files are read again while running
 * @param every how often the files' modification times are looked at
 */
public record RegistryConfig(boolean watch, Duration every) {
    /** The settings when none are given. */
    public static RegistryConfig defaults() {
        return new RegistryConfig(true, Duration.ofSeconds(5));
    }

    /** Reads the section {@code reload}. */
    public static RegistryConfig from(Settings settings, Problems problems) {
        RegistryConfig d = defaults();
        return new RegistryConfig(
                settings.flag("watch", d.watch, problems),
                settings.duration("every", d.every, Duration.ofSeconds(1), Duration.ofDays(1), problems));
    }
}
