package io.greenpark.deploy.command;

import io.greenpark.config.command.UserError;
import io.greenpark.config.setting.Accepted;
import io.greenpark.sim.client.RetryTimeout;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long devices go on trying while the server is away. */
final class RetryTimeoutOption {
    /** Ten years: a century of nanoseconds still fits a long. */
    private static final Duration LONGEST = Duration.ofDays(3_650);

    private static final Accepted<Duration> ACCEPTED = Accepted.duration();

    @Option(
            names = "--patience",
            paramLabel = "DURATION",
            description = "How long to go on trying a server that does not answer, as while it is started or upgraded:"
                    + " 30s, 15m, 1h. Default: 10s until its first answer, afterwards 5m (replay) or without end (simulate)."
                    + " replay --wait bears so long with a console that does not answer.")
    private @Nullable String retryTimeout;

    /** What the user said, or else {@code byDefault}. */
    RetryTimeout or(RetryTimeout byDefault) {
        if (retryTimeout == null) {
            return byDefault;
        }
        Duration given = ACCEPTED.parse(retryTimeout);
        if (given == null || given.compareTo(LONGEST) > 0) {
            throw UserError.usage("--patience \"" + retryTimeout + "\" is not " + ACCEPTED.words() + ", of at most "
                    + LONGEST.toDays() + "d");
        }
        return RetryTimeout.of(given);
    }
}
