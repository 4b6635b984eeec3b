package io.greenpark.deploy.command;

import io.greenpark.config.command.UserError;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the data folder. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "Folder of log, books, dead letters and credentials; made if it is not there.")
    private @Nullable Path data;

    Path data() {
        if (data == null) {
            throw UserError.usage("--data is missing; name the folder of the installation");
        }
        return data.toAbsolutePath().normalize();
    }
}
