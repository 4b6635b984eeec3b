package io.greenpark.deploy.command;

import io.greenpark.config.command.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a configuration and override its settings. */
final class ConfigOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            required = true,
            description = "Configuration: settings and registry (see conf/greenpark.yaml).")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Overrides a setting, e.g. --set mqtt.port=1884. May be repeated.")
    private List<String> sets = new ArrayList<>();

    Path config() {
        if (config == null || !Files.isReadable(config)) {
            throw UserError.usage("--config \"" + config + "\" cannot be read; name a readable YAML file");
        }
        return config;
    }

    List<String> sets() {
        return List.copyOf(sets);
    }
}
