package io.greenpark.deploy.command;

import io.greenpark.config.command.UserError;
import io.greenpark.deploy.log.LogFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for the log format of a long-running process. */
final class LogOptions {
    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            description = "Lines of the log on standard error: text or json. Default: GREENPARK_LOG_FORMAT, else text.")
    private @Nullable String format;

    /** Applies the format; a usage error if it is unknown. */
    void apply() {
        if (format == null) {
            return;
        }
        try {
            LogFormat.choose(format, System.getenv());
        } catch (IllegalArgumentException e) {
            throw UserError.usage(String.valueOf(e.getMessage()));
        }
    }
}
