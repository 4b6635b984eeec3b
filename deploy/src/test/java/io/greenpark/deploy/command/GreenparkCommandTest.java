package io.greenpark.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GreenparkCommandTest {
    @Test
    void help_lists_the_commands_of_the_lab_among_the_others() {
        assertThat(GreenparkCommand.commandLine().getSubcommands().keySet())
                .containsExactly(
                        "demo",
                        "run",
                        "replay",
                        "simulate",
                        "check-config",
                        "check-books",
                        "audit-log",
                        "pack",
                        "mapping",
                        "reload",
                        "channel",
                        "migrate",
                        "backup",
                        "verify",
                        "restore",
                        "influx",
                        "bench",
                        "chaos",
                        "tls",
                        "health");
    }
}
