package io.greenpark.deploy.command;

import io.greenpark.config.command.UserError;
import io.greenpark.config.setting.ConfigFile.RegistryDocument;
import io.greenpark.config.setting.Problems;
import io.greenpark.dashboards.source.Inbox;
import io.greenpark.deploy.app.App;
import io.greenpark.deploy.app.AppConfig;
import io.greenpark.deploy.app.AppStartException;
import io.greenpark.deploy.app.Role;
import io.greenpark.registry.RegistryService;
import io.greenpark.registry.RegistryYaml;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads configurations and starts apps for the commands; faults become user errors. */
final class Configurations {
    private Configurations() {}

    /** A configuration with its registry, and the documents that it was read from. */
    record WholeConfig(AppConfig settings, List<RegistryDocument> documents, RegistryYaml.Content registry) {}

    /**
     * The configuration without its registry, or a usage error that lists every fault.
     *
     * @param data the folder of the installation; null if there is none
     */
    static AppConfig read(Path file, List<String> sets, @Nullable Path data) {
        Problems problems = new Problems();
        AppConfig config = AppConfig.read(file, sets, data, problems);
        refuse(problems);
        return config;
    }

    /** The same with its registry, of which faults are listed too. */
    static WholeConfig readWhole(Path file, List<String> sets, @Nullable Path data) {
        Problems problems = new Problems();
        AppConfig config = AppConfig.read(file, sets, data, problems);
        List<RegistryDocument> documents = config.file().registry(problems);
        RegistryYaml.Content registry = RegistryYaml.read(documents, problems);
        refuse(problems);
        return new WholeConfig(config, documents, registry);
    }

    private static void refuse(Problems problems) {
        if (!problems.isEmpty()) {
            throw UserError.usage("the configuration has " + problems.list().size() + " fault(s):\n"
                    + problems.list().stream().map(p -> "  " + p).collect(Collectors.joining("\n")));
        }
    }

    /** A running app, or an error in one sentence. */
    static App start(
            AppConfig config,
            RegistryService.Start registry,
            Path data,
            Set<Role> roles,
            Clock clock,
            @Nullable Inbox inbox) {
        try {
            return App.start(config, registry, data, roles, clock, inbox);
        } catch (AppStartException e) {
            throw UserError.failed(e);
        }
    }
}
