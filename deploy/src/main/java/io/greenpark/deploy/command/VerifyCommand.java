package io.greenpark.deploy.command;

import io.greenpark.config.command.UserError;
import io.greenpark.store.backup.BackupException;
import io.greenpark.store.backup.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks whether a backup can be restored. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Holds a backup against its manifest: every file by size and SHA-256, every database by SQLite's own check,"
                    + " every row of the log by its checksum, every reader's position by the log, every figure by counting"
                    + " again. Changes nothing."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:complete and sound", "1:broken; what is broken is named", "2:wrong command line"},
        footerHeading = "%nExample:%n",
        footer = "  greenpark verify /backup/monday")
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private final BackupArgument argument = new BackupArgument();

    @Override
    public Integer call() throws IOException {
        return verified(argument.backup()).broken().isEmpty() ? 0 : 1;
    }

    /** Verifies a backup and prints the report. */
    static Verification verified(Path backup) throws IOException {
        Bar bar = Bar.of("checked bytes", Verification.bytes(backup));
        try {
            Verification found = Verification.of(backup, bar.progress());
            bar.end();
            System.out.println("backup " + backup);
            found.summary().lines().forEach(line -> System.out.println("  " + line));
            found.summary().findings().forEach(f -> System.out.println("  KNOWN SINCE IT WAS MADE: " + f));
            found.broken().forEach(b -> System.out.println("  BROKEN: " + b));
            System.out.println(
                    found.broken().isEmpty()
                            ? "It is complete and as it was made."
                            : "It is broken; use another backup.");
            return found;
        } catch (BackupException e) {
            throw UserError.failed(e);
        }
    }
}
