package io.greenpark.deploy.command;

import io.greenpark.config.command.UserError;
import io.greenpark.deploy.app.AppConfig;
import io.greenpark.deploy.app.DataLock;
import io.greenpark.store.books.BooksDatabase;
import io.greenpark.store.books.BooksServer;
import io.greenpark.store.migrate.BooksMigrator;
import io.greenpark.store.migrate.MigrateException;
import io.greenpark.store.migrate.TableCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Moves the books of a stopped installation from their file to a PostgreSQL server. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = {
            "Moves the books of a stopped installation from the file in its data folder into an empty database of a"
                    + " PostgreSQL server: registry, readings, accounts, cases, the places of all readers. Compares every"
                    + " table by count, sum and content before anything counts as moved, prints the comparison, and sets"
                    + " the file aside (books.db.migrated). Log, dead letters and credentials stay in the folder.",
            "Killed in the middle it leaves the file as it was; run it again.",
            "Exit code 0 if the books are moved, 1 if they are not, 2 if the command line or configuration is wrong."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  createuser greenpark --pwprompt && createdb greenpark --owner greenpark --encoding UTF8",
            "  greenpark migrate --config my.yaml --data /var/lib/greenpark --to"
                    + " postgres://greenpark@127.0.0.1:5432/greenpark --password-file secrets/books",
            "  greenpark migrate --config my.yaml --data /var/lib/greenpark      to the books.url of the configuration"
        })
final class MigrateCommand implements Callable<Integer> {
    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--to",
            paramLabel = "URL",
            description = "postgres://user@host:port/database; default is books.url of the configuration.")
    private @Nullable String to;

    @Mixin
    private final PasswordFile passwordFile = new PasswordFile();

    @Override
    public Integer call() throws IOException {
        AppConfig settings = Configurations.read(config.config(), config.sets(), data.data());
        BooksServer server = server(settings.books().server());
        Path folder = data.data();
        if (!Files.isDirectory(folder)) {
            throw UserError.usage("--data \"" + folder + "\" is no folder; name the folder of the installation");
        }
        List<TableCheck> checks = move(folder, server, settings);
        System.out.println(MigrateReport.of(checks));
        System.out.println(nextSteps(folder, server, settings));
        return 0;
    }

    private BooksServer server(@Nullable BooksServer configured) {
        if (to == null) {
            if (configured == null) {
                throw UserError.usage(
                        "--to is missing and the configuration names no books.url; give --to " + BooksServer.ACCEPTED);
            }
            return passwordFile.isGiven() ? configured.with(passwordFile.password()) : configured;
        }
        try {
            BooksServer named = BooksServer.parse(to, null, passwordFile.password());
            boolean same =
                    configured != null && named.with(configured.password()).equals(configured);
            return !passwordFile.isGiven() && same && configured != null ? configured : named;
        } catch (IllegalArgumentException e) {
            throw UserError.usage("--to " + e.getMessage());
        }
    }

    private static List<TableCheck> move(Path folder, BooksServer server, AppConfig settings) throws IOException {
        try (DataLock held = takeFolder(folder)) {
            return new BooksMigrator(folder, server, settings.books(), Clock.systemUTC(), new MigrateProgress()).run();
        } catch (MigrateException e) {
            throw UserError.failed(e);
        }
    }

    private static DataLock takeFolder(Path folder) {
        try {
            return DataLock.take(folder);
        } catch (IOException e) {
            throw UserError.failed(e);
        }
    }

    private String nextSteps(Path folder, BooksServer server, AppConfig settings) {
        StringBuilder text = new StringBuilder("The books of " + folder + " are now at " + server + ".\n");
        if (server.equals(settings.books().server())) {
            text.append("The configuration names it already.\n");
        } else {
            text.append("Put this into ").append(config.config()).append(" before the next start:\n\n  books:\n");
            text.append("    url: ").append(server.url()).append('\n');
            if (server.user() != null) {
                text.append("    user: ").append(server.user()).append('\n');
            }
            if (server.password() != null) {
                text.append("    password: file:PATH    # the file, from the configuration's folder\n");
            }
            text.append('\n');
        }
        return text.append("The file is kept as ")
                .append(folder.resolve(BooksDatabase.MOVED_FILE))
                .append("; delete it when the server has a back-up.")
                .toString();
    }
}
