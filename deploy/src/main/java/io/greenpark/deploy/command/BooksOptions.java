package io.greenpark.deploy.command;

import io.greenpark.config.command.UserError;
import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.store.books.BooksConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where the books of an installation are; other faults of its configuration do not matter. */
final class BooksOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration of the installation. Needed where the books are at a PostgreSQL server.")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting that Greenpark was started with; matters for those that begin with books.")
    private List<String> sets = new ArrayList<>();

    BooksConfig books() {
        if (config == null) {
            if (!sets.isEmpty()) {
                throw UserError.usage("--set is of no use without --config; name the configuration too");
            }
            return BooksConfig.defaults();
        }
        if (!Files.isReadable(config)) {
            throw UserError.usage("--config \"" + config + "\" cannot be read; name a readable YAML file");
        }
        Problems problems = new Problems();
        BooksConfig books = BooksConfig.from(
                ConfigFile.read(config, sets, new Problems()).settings().section("books"), problems);
        if (!problems.isEmpty()) {
            throw UserError.usage("where the books are cannot be read:\n"
                    + problems.list().stream().map(p -> "  " + p).collect(Collectors.joining("\n")));
        }
        return books;
    }
}
