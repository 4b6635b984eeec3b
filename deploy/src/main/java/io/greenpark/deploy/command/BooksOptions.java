package io.greenpark.deploy.command;

import io.greenpark.accounting.AccountingConfig;
import io.greenpark.config.command.UserError;
import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.store.books.BooksConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where the books of an installation are and how it books; other faults of its configuration do not matter. */
final class BooksOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration of the installation. Needed where the books are at a PostgreSQL server.")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "A setting that Greenpark was started with; matters for those of the books and, to check-books, of accounting.")
    private List<String> sets = new ArrayList<>();

    BooksConfig books() {
        return section("books", BooksConfig::from, BooksConfig::defaults);
    }

    AccountingConfig accounting() {
        return section("accounting", AccountingConfig::from, AccountingConfig::defaults);
    }

    private <T> T section(String name, BiFunction<Settings, Problems, T> reader, Supplier<T> defaults) {
        if (config == null) {
            if (!sets.isEmpty()) {
                throw UserError.usage("--set is of no use without --config; name the configuration too");
            }
            return defaults.get();
        }
        if (!Files.isReadable(config)) {
            throw UserError.usage("--config \"" + config + "\" cannot be read; name a readable YAML file");
        }
        Problems problems = new Problems();
        T read = reader.apply(
                ConfigFile.read(config, sets, new Problems()).settings().section(name), problems);
        if (!problems.isEmpty()) {
            throw UserError.usage("the settings under \"" + name + "\" cannot be read:\n"
                    + problems.list().stream().map(p -> "  " + p).collect(Collectors.joining("\n")));
        }
        return read;
    }
}
