package io.greenpark.deploy.command;

import io.greenpark.config.command.UserError;
import io.greenpark.config.setting.ConfigFile.RegistryDocument;
import io.greenpark.config.setting.Problems;
import io.greenpark.dashboards.source.Inbox;
import io.greenpark.deploy.app.App;
import io.greenpark.deploy.app.AppConfig;
import io.greenpark.deploy.app.AppStartException;
import io.greenpark.deploy.app.Role;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.RegistryException;
import io.greenpark.registry.RegistryService;
import io.greenpark.registry.RegistryYaml;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
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
        refuse(problems, Locale.ENGLISH);
        return config;
    }

    /** The same with its registry, of which faults are listed too. */
    static WholeConfig readWhole(ConfigOptions options, Locale language, @Nullable Path data) {
        Problems problems = new Problems();
        AppConfig config = AppConfig.read(options.config(), options.sets(), data, problems);
        List<RegistryDocument> documents = config.file().registry(problems);
        RegistryYaml.Content registry = RegistryYaml.read(documents, problems);
        refuse(problems, language);
        return new WholeConfig(config, documents, registry);
    }

    private static void refuse(Problems problems, Locale language) {
        if (!problems.isEmpty()) {
            int n = problems.list().size();
            throw UserError.usage(new Bilingual("配置中有 " + n + " 处错误：", "the configuration has " + n + " fault(s):")
                            .in(language)
                    + "\n"
                    + problems.list().stream().map(p -> "  " + p.in(language)).collect(Collectors.joining("\n")));
        }
    }

    /** A running app, or an error in one sentence. */
    static App start(
            AppConfig config,
            RegistryService.Start registry,
            Path data,
            Set<Role> roles,
            Clock clock,
            @Nullable Inbox inbox,
            Locale language) {
        try {
            return App.start(config, registry, data, roles, clock, inbox);
        } catch (AppStartException e) {
            if (e.getCause() instanceof RegistryException refused) {
                Bilingual words = refused.words();
                throw UserError.failed(new Bilingual("无法启动：" + words.zh(), "cannot start: " + words.en()).in(language));
            }
            throw UserError.failed(e);
        }
    }
}
