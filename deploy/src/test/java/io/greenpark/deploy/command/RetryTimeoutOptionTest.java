package io.greenpark.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.config.command.UserError;
import io.greenpark.sim.client.RetryTimeout;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class RetryTimeoutOptionTest {
    @Command
    private static final class Sending {
        @Mixin
        private final RetryTimeoutOption retryTimeout = new RetryTimeoutOption();

        static RetryTimeout with(String... words) {
            Sending sending = new Sending();
            new CommandLine(sending).parseArgs(words);
            return sending.retryTimeout.or(RetryTimeout.DEFAULT);
        }
    }

    @Test
    void without_it_the_default_of_the_command_applies() {
        assertThat(Sending.with()).isSameAs(RetryTimeout.DEFAULT);
    }

    @Test
    void it_applies_before_and_after_the_first_answer() {
        Duration quarter = Duration.ofMinutes(15);
        assertThat(Sending.with("--patience", "15m")).isEqualTo(new RetryTimeout(quarter, quarter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"15", "0s", "long", "-1m", "9999999d"})
    void anything_but_a_duration_is_refused(String text) {
        assertThatThrownBy(() -> Sending.with("--patience=" + text))
                .isInstanceOf(UserError.class)
                .hasMessage("--patience \"" + text
                        + "\" is not a duration above 0 with its unit ms, s, m, h or d, e.g. 15m,"
                        + " of at most 3650d");
    }
}
