package io.greenpark.deploy.command;

import io.greenpark.config.command.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The argument that names a backup. */
final class BackupArgument {
    @Parameters(paramLabel = "BACKUP", description = "Folder that greenpark backup has made.")
    private Path backup = Path.of("");

    Path backup() {
        if (!Files.isDirectory(backup)) {
            throw UserError.usage(
                    "backup \"" + backup + "\" is not there; name a folder that greenpark backup has made");
        }
        return backup;
    }
}
