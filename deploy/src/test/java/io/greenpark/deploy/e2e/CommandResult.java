package io.greenpark.deploy.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The end of a command.
 *
 * @param output standard output and standard error
 */
record CommandResult(int exitCode, String output) {
    /** Runs a greenpark command to its end. */
    static CommandResult greenpark(String... words) throws IOException, InterruptedException {
        return run(GreenparkProcess.command(List.of(words)));
    }

    /** Runs a command to its end. */
    static CommandResult run(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new CommandResult(process.waitFor(), output);
    }
}
