package io.greenpark.deploy;

import io.greenpark.deploy.command.GreenparkCommand;
import io.greenpark.deploy.log.LogFormat;
import picocli.CommandLine;

/** The main class: sets the log up, hands the arguments to the command line and exits with its code. */
public final class Greenpark {
    private Greenpark() {}

    public static void main(String[] args) {
        try {
            LogFormat.choose(null, System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println("greenpark: " + e.getMessage());
            System.exit(CommandLine.ExitCode.USAGE);
        }
        System.exit(GreenparkCommand.commandLine().execute(args));
    }
}
