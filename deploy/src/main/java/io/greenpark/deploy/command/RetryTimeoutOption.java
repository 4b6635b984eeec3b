package io.greenpark.deploy.command;

import io.greenpark.config.command.UserError;
import io.greenpark.config.setting.Accepted;
import io.greenpark.sim.client.RetryTimeout;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for how long devices retry while the server does not answer. */
final class RetryTimeoutOption {
    /** Ten years; nanoseconds in a long would reach for a century. */
    private static final Duration MAX = Duration.ofDays(3_650);

    private static final Accepted<Duration> ACCEPTED = Accepted.duration();

    @Option(
            names = "--patience",
            paramLabel = "DURATION",
            description = "How long to go on trying a server that does not answer, as while it is started or upgraded:"
                    + " 30s, 15m, 1h. Default: 10s until its first answer, afterwards 5m (replay) or without end (simulate)."
                    + " replay --wait bears so long with a console that does not answer.")
    private @Nullable String retryTimeout;

    /** The value of the option, or else {@code defaultValue}. */
    RetryTimeout or(RetryTimeout defaultValue) {
        if (retryTimeout == null) {
            return defaultValue;
        }
        Duration given = ACCEPTED.parse(retryTimeout);
        if (given == null || given.compareTo(MAX) > 0) {
            throw UserError.usage("--patience \"" + retryTimeout + "\" is not " + ACCEPTED.words() + ", of at most "
                    + MAX.toDays() + "d");
        }
        return RetryTimeout.of(given);
    }
}
