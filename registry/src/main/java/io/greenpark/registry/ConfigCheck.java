package io.greenpark.registry;

import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import java.nio.file.Path;
import java.util.List;

/** Checks a configuration without opening anything: the registry and whatever settings the components read themselves. */
public final class ConfigCheck {
    private ConfigCheck() {}

    /**
     * Every fault of a configuration's files and registry. Settings are judged by their components; the caller lets them
     * read {@link ConfigFile#settings} and then asks for unknown keys.
     */
    public static Problems run(Path file, List<String> sets) {
        Problems problems = new Problems();
        registry(ConfigFile.read(file, sets, problems), problems);
        return problems;
    }

    /** Reads and checks the registry of a configuration. */
    public static RegistryYaml.Content registry(ConfigFile config, Problems problems) {
        return RegistryYaml.read(config.registry(problems), problems);
    }
}
