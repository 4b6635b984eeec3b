package io.greenpark.deploy.command;

import io.greenpark.config.command.UserError;
import io.greenpark.store.backup.BackupException;
import io.greenpark.store.backup.BackupSummary;
import io.greenpark.store.backup.Restore;
import io.greenpark.store.backup.Verification;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.BooksDatabase;
import io.greenpark.store.books.BooksServer;
import io.greenpark.store.migrate.BooksMigrator;
import io.greenpark.store.migrate.MigrateException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a data folder of a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Verifies a backup, makes a data folder of it, and says from which moment on data are missing and what to do"
                    + " next. Its configuration goes to config/ in that folder.",
            "An existing installation is never overwritten: name a new folder and start Greenpark with it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:restored",
            "1:nothing was restored: the backup is broken, or the folder is not empty",
            "2:wrong command line"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  greenpark restore /backup/monday --data /var/lib/greenpark-restored",
            "  greenpark restore /backup/monday --data /var/lib/greenpark-restored"
                    + " --into postgres://greenpark@127.0.0.1:5432/restored --password-file secrets/books"
        })
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private final BackupArgument argument = new BackupArgument();

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--into",
            paramLabel = "URL",
            description =
                    "Put the books into this empty database of a PostgreSQL server: postgres://user@host:port/database."
                            + " Default is the file books.db in the folder.")
    private @Nullable String into;

    @Mixin
    private final PasswordFile passwordFile = new PasswordFile();

    @Override
    public Integer call() throws IOException {
        Path backup = argument.backup();
        Path folder = data.data();
        BooksServer server = server();
        Verification verified = VerifyCommand.verified(backup);
        if (!verified.broken().isEmpty()) {
            throw UserError.failed("backup \"" + backup + "\" is broken, see above; nothing was restored");
        }
        Bar bar = Bar.of("restored bytes", Verification.bytes(backup));
        try {
            Restore.into(backup, folder, bar.progress());
        } catch (BackupException e) {
            throw UserError.failed(e);
        }
        bar.end();
        if (server != null) {
            moveBooks(folder, server);
        }
        printNextSteps(folder, server, verified.summary());
        return 0;
    }

    private @Nullable BooksServer server() {
        if (into == null) {
            return null;
        }
        try {
            return BooksServer.parse(into, null, passwordFile.password());
        } catch (IllegalArgumentException e) {
            throw UserError.usage("--into " + e.getMessage());
        }
    }

    private static void moveBooks(Path folder, BooksServer server) {
        try {
            BooksMigrator move =
                    new BooksMigrator(folder, server, BooksConfig.defaults(), Clock.systemUTC(), new MigrateProgress());
            System.out.println(MigrateReport.of(move.run()));
        } catch (MigrateException e) {
            throw UserError.failed("the folder \"" + folder + "\" is restored, its books in the file "
                    + BooksDatabase.FILE + ", but " + e.getMessage() + "; then run greenpark migrate");
        }
    }

    private static void printNextSteps(Path folder, @Nullable BooksServer server, BackupSummary summary) {
        System.out.println("restored to " + folder);
        System.out.println(
                "Data are missing from " + summary.upTo() + " on: whatever arrived later is not in the backup"
                        + (summary.lastArrival() == null
                                ? ", which holds no reading."
                                : "; the newest reading in it arrived at " + summary.lastArrival() + "."));
        System.out.println("What to do next:");
        String config = summary.config() == null
                ? "YOUR-CONFIGURATION.yaml"
                : folder.resolve(summary.config()).toString();
        steps(folder, server, config, summary).forEach(System.out::println);
    }

    private static List<String> steps(Path folder, @Nullable BooksServer server, String config, BackupSummary summary) {
        List<String> steps = new ArrayList<>();
        steps.add("Stop the old process if it still runs: two would tell people twice.");
        if (server != null) {
            steps.add("Set books.url to " + server.url() + ", with books.user and books.password, in " + config + ".");
        } else if (summary.booksServer() != null) {
            steps.add("The books were at " + summary.booksServer()
                    + " and are in the file books.db now. Make an empty database"
                    + " and move them there:\n     greenpark migrate --config " + config + " --data " + folder
                    + " --to postgres://USER@HOST/EMPTY-DATABASE\n     and set books.url to it; or take books.url out of the"
                    + " configuration to keep them in the file.");
        }
        steps.add("greenpark run --config " + config + " --data " + folder
                + "\n     Readers go on from where the backup left"
                + " them. Notices that were waiting then are sent, also if the old process sent them meanwhile; their"
                + " message ids are the same.");
        steps.add("Let devices, gateways and brokers send again what they sent from " + summary.upTo()
                + " on. Sending more than is missing changes nothing.");
        steps.add(
                "What was changed in the console since (acknowledged cases) is to be entered again; everyone signs in anew.");
        return IntStream.range(0, steps.size())
                .mapToObj(i -> "  " + (i + 1) + ". " + steps.get(i))
                .toList();
    }
}
