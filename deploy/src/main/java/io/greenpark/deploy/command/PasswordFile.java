package io.greenpark.deploy.command;

import io.greenpark.config.command.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The password of a PostgreSQL user: in a file, since others can see the command line. */
final class PasswordFile {
    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "A file that holds the password of the PostgreSQL user alone.")
    private @Nullable Path file;

    boolean isGiven() {
        return file != null;
    }

    /** The password; null if no file was given. */
    @Nullable
    String password() {
        if (file == null) {
            return null;
        }
        try {
            String password = Files.readString(file).stripTrailing();
            if (!password.isEmpty()) {
                return password;
            }
            throw UserError.usage("--password-file \"" + file + "\" is empty; write the password into it");
        } catch (IOException e) {
            throw UserError.usage("--password-file \"" + file + "\" cannot be read; name a readable file");
        }
    }
}
