package io.greenpark.deploy.command;

import io.greenpark.config.command.UserError;
import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.deploy.app.Versions;
import io.greenpark.store.backup.Backup;
import io.greenpark.store.backup.BackupException;
import io.greenpark.store.backup.BackupSummary;
import io.greenpark.store.backup.BooksCopy;
import io.greenpark.store.backup.PostgresBooksCopy;
import io.greenpark.store.backup.SqliteBooksCopy;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.BooksDatabase;
import io.greenpark.store.books.BooksServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies a running installation to a folder. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Copies an installation, running or not, to a new folder: books, log, dead letters, credentials and, with"
                    + " --config, its configuration. What it holds fits together; whatever was acknowledged before it began"
                    + " is in it. Devices go on sending meanwhile.",
            "Run it as the user Greenpark runs as, and keep the folder closed: it holds the secrets of the devices. Files"
                    + " that the configuration names elsewhere (certificates, password files) are not part of it.",
            "Backups side by side in one folder share the log files that no longer change."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:ok",
            "1:no backup was made; or it was made, and something in the installation itself is damaged, which is named",
            "2:wrong command line"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  greenpark backup /backup/monday --data /var/lib/greenpark --config /etc/greenpark/greenpark.yaml",
            "  greenpark backup /backup/$(date +%%F) --data /var/lib/greenpark"
        })
final class BackupCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "Folder to make: empty or not there yet, best on another disk.")
    private Path target = Path.of("");

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Configuration to keep with it, and the registry files it names. Needed where the books are at a"
                            + " PostgreSQL server.")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting that Greenpark was started with; matters for those that begin with books.")
    private List<String> sets = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        Path folder = data.data();
        ConfigFile read = config == null ? null : read(config);
        BooksCopy books = books(folder, read);
        Bar bar = Bar.of("backup bytes", Backup.bytes(folder, books));
        try {
            BackupSummary made = new Backup(
                            folder,
                            books,
                            read == null ? List.of() : read.files(),
                            Versions.greenpark(),
                            Clock.systemUTC(),
                            bar.progress())
                    .to(target);
            bar.end();
            System.out.println("backup " + target);
            made.lines().forEach(line -> System.out.println("  " + line));
            System.out.println("It holds everything that was acknowledged before " + made.upTo() + ".");
            return exitCode(made);
        } catch (BackupException e) {
            throw UserError.failed(e);
        }
    }

    /** A sound backup of a damaged installation is reported too, also by the exit code. */
    private static int exitCode(BackupSummary made) {
        if (made.findings().isEmpty()) {
            return 0;
        }
        System.err.println("greenpark: the backup is complete, but the installation it was made of is not sound:");
        made.findings().forEach(finding -> System.err.println("  " + finding));
        return 1;
    }

    /** Faults of the configuration must not prevent a backup: only its files and the place of the books matter. */
    private ConfigFile read(Path file) {
        if (!Files.isReadable(file)) {
            throw UserError.usage("--config \"" + file + "\" cannot be read; name a readable YAML file");
        }
        return ConfigFile.read(file, sets, new Problems());
    }

    private static BooksCopy books(Path folder, @Nullable ConfigFile config) {
        Problems problems = new Problems();
        BooksServer server = config == null
                ? null
                : BooksConfig.from(config.settings().section("books"), problems).server();
        if (!problems.isEmpty()) {
            throw UserError.usage(
                    "where the books are cannot be read:\n  " + problems.list().get(0));
        }
        if (server != null) {
            return new PostgresBooksCopy(server);
        }
        if (Files.isDirectory(folder) && !Files.exists(folder.resolve(BooksDatabase.FILE))) {
            throw UserError.usage(
                    "--data \"" + folder + "\" holds no " + BooksDatabase.FILE
                            + "; name the folder of an installation and, if its books are at a PostgreSQL server, its --config");
        }
        return new SqliteBooksCopy(folder);
    }
}
